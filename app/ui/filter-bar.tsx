import { Form } from "@remix-run/react";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton, buttonClasses } from "./button.tsx";

export interface FilterBarProps {
  /** The fields, in order of their use. */
  children: ReactNode;
  /** Whether the list is narrowed now: the fields stand open on the phone then too. */
  active: boolean;
  /** The address of the whole list, offered while it is narrowed. */
  all: string;
}

/** What narrows a list: in a row where there is room, folded on the phone so that the list comes first. Works without scripts. */
export function FilterBar({ children, active, all }: FilterBarProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  return (
    <Form method="get" role="search" className="flex flex-col gap-3">
      <input type="checkbox" id={id} defaultChecked={active} className="peer absolute size-px opacity-0 sm:hidden" />
      <label htmlFor={id} className={buttonClasses("secondary", "normal", "self-start peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus sm:hidden")}>
        <SlidersHorizontal aria-hidden className="size-5" />
        {t("filter.show")}
      </label>
      <div className="hidden flex-wrap items-end gap-x-4 gap-y-3 peer-checked:flex sm:flex">
        {children}
        <div className="flex gap-2">
          <Button>{t("action.filter")}</Button>
          {active && (
            <LinkButton to={all} variant="quiet">
              {t("action.clear")}
            </LinkButton>
          )}
        </div>
      </div>
    </Form>
  );
}
