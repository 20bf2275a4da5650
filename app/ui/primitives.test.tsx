import { describe, expect, it } from "vitest";
import { renderPage } from "#tests/support/render-page.tsx";
import { currentItem, AppShell } from "./app-shell.tsx";
import { CheckChips, RadioChips, Switch } from "./choices.tsx";
import { ConfirmDialog } from "./dialog.tsx";
import { Badge } from "./feedback.tsx";
import { Field } from "./field.tsx";
import { FormErrors, errorsAt } from "./form-errors.tsx";
import { Select, TextArea, TextInput } from "./inputs.tsx";
import { MoneyInput, groupDigits } from "./money-input.tsx";
import { PersonPicker } from "./person-picker.tsx";
import { PreferencesForm } from "./preferences-form.tsx";
import { Table } from "./table.tsx";
import { DueTime } from "./time.tsx";
import { FlashToast } from "./toast.tsx";
import { Home } from "lucide-react";

const refusal = {
  code: "invalid_input",
  message: "Có chỗ cần xem lại.",
  errors: [{ path: "amount", code: "amount_format", message: "Số tiền cần lớn hơn 0." }],
};

/** The opening tag that holds a text. */
const tagWith = (html: string, part: string) => /<[^<>]*$/.exec(html.slice(0, html.indexOf(part)))?.[0] + html.slice(html.indexOf(part), html.indexOf(">", html.indexOf(part)) + 1);

describe("a field", () => {
  const html = renderPage(
    <Field label="Ghi chú" id="note" name="note" hint="Vài chữ là đủ" errors={["required"]} defaultValue="Áo bung chỉ" optional>
      <TextArea />
    </Field>,
  );

  it("names its control by its label and marks what is optional", () => {
    expect(html).toContain('<label for="note"');
    expect(html).toContain("(<!-- -->không bắt buộc<!-- -->)");
    expect(tagWith(html, 'id="note"')).toMatch(/^<textarea/);
  });

  it("ties hint and error to the control, with the words of an error code", () => {
    expect(tagWith(html, 'id="note"')).toContain('aria-describedby="note-hint note-error"');
    expect(tagWith(html, 'id="note"')).toContain('aria-invalid="true"');
    expect(html).toContain("Cần điền mục này.");
  });

  it("keeps what was typed", () => {
    expect(html).toContain("Áo bung chỉ</textarea>");
  });

  it("takes name, value and errors from a form library's metadata", () => {
    const field = { id: "f-email", name: "email", initialValue: "lan@congty", errors: ["email_format"], required: true };
    const made = renderPage(<Field label="E-mail" field={field}><TextInput type="email" /></Field>);
    expect(tagWith(made, 'id="f-email"')).toMatch(/type="email".*name="email".*required="".*value="lan@congty"/);
    expect(made).toContain("Cần một địa chỉ e-mail");
  });

  it("shows ready words as they are", () => {
    expect(renderPage(<Field label="x" name="x" errors={errorsAt(refusal, "amount")}><TextInput /></Field>)).toContain("Số tiền cần lớn hơn 0.");
  });

  it("selects the stored option", () => {
    const made = renderPage(<Field label="Kênh" name="channel" defaultValue="b"><Select placeholder options={[{ value: "a", label: "A" }, { value: "b", label: "B" }]} /></Field>);
    expect(made).toContain('<option value="b" selected="">B</option>');
  });
});

describe("chips", () => {
  it("are real radio buttons in a named group, so they work without scripts", () => {
    const html = renderPage(<RadioChips label="Khách đang cảm thấy thế nào?" name="felt" selected="sad" options={[{ value: "sad", label: "thất vọng" }, { value: "calm", label: "bình thường" }]} />);
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>Khách đang cảm thấy thế nào\?<\/legend>/);
    expect(tagWith(html, 'value="sad"')).toMatch(/type="radio".*name="felt".*checked=""/);
    expect(tagWith(html, 'value="calm"')).not.toContain("checked");
  });

  it("post every ticked value", () => {
    const html = renderPage(<CheckChips label="Dấu hiệu" name="flags" selected={["a", "b"]} options={[{ value: "a", label: "A" }, { value: "b", label: "B" }, { value: "c", label: "C" }]} />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html.match(/checked=""/g)).toHaveLength(2);
  });

  it("tell their error with the group", () => {
    const html = renderPage(<RadioChips label="Lý do" id="reason" name="reason" errors={["choose_one"]} options={[{ value: "a", label: "A" }]} />);
    expect(tagWith(html, "<fieldset")).toContain('aria-describedby="reason-error"');
    expect(html).toContain("Cần chọn một mục.");
  });
});

describe("other controls", () => {
  it("switch is a checkbox with the role of a switch and its hint", () => {
    expect(renderPage(<Switch label="Hai bước" name="totp" hint="Cần cho người duyệt" id="s" />)).toMatch(/type="checkbox" role="switch" id="s" aria-describedby="s-hint"/);
  });

  it("a person is chosen from a plain list before scripts run", () => {
    const html = renderPage(<PersonPicker label="Người thay" name="standIn" defaultValue="2" options={[{ id: "1", name: "Bảo" }, { id: "2", name: "Thu Hà", detail: "Trưởng ca" }]} />);
    expect(html).toContain('name="standIn"');
    expect(html).toMatch(/<option value="2" selected="">Thu Hà/);
  });

  it("an amount is text with a numeric keyboard, shown grouped", () => {
    const html = renderPage(<Field label="Số tiền" id="a" name="amount" defaultValue="450000"><MoneyInput /></Field>);
    expect(tagWith(html, 'id="a"')).toMatch(/type="text".*inputMode="numeric"/i);
    expect(tagWith(html, 'id="a"')).toContain('value="450.000"');
    expect(html).toContain("₫");
  });

  it("asks before a hard act by an unfolding form before scripts run", () => {
    const html = renderPage(<ConfirmDialog trigger="Thu hồi" title="Thu hồi mã?" confirm="Thu hồi mã" action="/tokens"><input type="hidden" name="id" value="7" /></ConfirmDialog>);
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Thu hồi<\/summary><form method="post" action="\/tokens"/);
    expect(html).toContain('name="id" value="7"');
  });
});

describe("digits typed into an amount", () => {
  it.each([
    ["450000", "450.000"],
    ["450.0001", "4.500.001"],
    ["45.00", "4.500"],
    ["0450", "450"],
  ])("%s becomes %s", (typed, shown) => expect(groupDigits(typed, "vi", true)).toBe(shown));

  it.each(["1e3", "450k", "", "-5", "1234567890123456"])("%j stays as it is", (typed) => expect(groupDigits(typed, "vi", true)).toBeNull());

  it("a pasted decimal is not taken for an amount a hundred times as large", () => {
    expect(groupDigits("4.5", "vi", false)).toBeNull();
    expect(groupDigits("450,000", "vi", false)).toBe("450.000");
    expect(groupDigits("1.250,000", "vi", false)).toBeNull();
  });

  it("use the separator of the language", () => expect(groupDigits("450000", "en", true)).toBe("450,000"));
});

describe("feedback", () => {
  it("an error summary is announced and leads to its fields", () => {
    const html = renderPage(<FormErrors refusal={refusal} fields={{ amount: "amount" }} />);
    expect(tagWith(html, 'role="alert"')).toContain('tabindex="-1"');
    expect(html).toContain("Có 1 chỗ cần xem lại");
    expect(html).toContain('<a href="#amount"');
  });

  it("no summary stands there without an error", () => {
    expect(renderPage(<FormErrors refusal={null} />)).toBe("");
  });

  it("a state shows a picture besides its colour", () => {
    expect(renderPage(<Badge tone="good">đã duyệt</Badge>)).toMatch(/<svg[^>]*aria-hidden="true".*đã duyệt/);
  });

  it("the message of the previous act is a status line before scripts run, in the words of its key", () => {
    expect(renderPage(<FlashToast flash={{ key: "ui:state.saved" }} />)).toMatch(/role="status".*Đã lưu\./);
    expect(renderPage(<FlashToast flash={{ key: "ui:state.saved" }} />, { settings: { locale: "en" } })).toContain("Saved.");
    expect(renderPage(<FlashToast flash={null} />)).toBe("");
  });
});

describe("a due time", () => {
  it("says until when and how long is left", () => {
    expect(renderPage(<DueTime iso="2026-11-22T07:12:00.000Z" />)).toMatch(/trước 14:12.*còn 12 phút/);
  });

  it("says how long it is overdue, from the very minute on", () => {
    expect(renderPage(<DueTime iso="2026-11-22T06:57:00.000Z" />)).toMatch(/trước 13:57.*quá giờ hẹn 3 phút/);
    expect(renderPage(<DueTime iso="2026-11-22T07:00:00.000Z" />)).toContain("quá giờ hẹn");
  });
});

describe("a table", () => {
  const columns = [
    { key: "n", header: "Số", names: true, cell: (row: { n: string }) => row.n },
    { key: "a", header: "Số tiền", numeric: true, cell: () => "450.000 ₫" },
  ];

  it("has a caption, column headers and a row header, with roles that survive the cards of the phone", () => {
    const html = renderPage(<Table caption="Quyết định" columns={columns} rows={[{ n: "D-1" }]} rowKey={(row) => row.n} />);
    expect(html).toMatch(/<caption[^>]*>Quyết định<\/caption>/);
    expect(html).toMatch(/role="columnheader" scope="col"/);
    expect(html).toMatch(/<th role="rowheader" scope="row"[^>]*><div[^>]*>D-1/);
  });

  it("gives way to what to do first when it is empty", () => {
    expect(renderPage(<Table caption="x" columns={columns} rows={[]} rowKey={(row) => row.n} empty={<p>Chưa có</p>} />)).toBe("<p>Chưa có</p>");
  });
});

describe("the shell", () => {
  const items = ["/", "/decide", "/approvals", "/customers", "/people", "/people/import"].map((to) => ({ to, label: to, shortLabel: to, icon: Home }));

  it("marks the place whose address is the longest beginning of the path", () => {
    expect(currentItem(items, "/people/import/2")).toBe("/people/import");
    expect(currentItem(items, "/peopleless")).toBeNull();
    expect(currentItem(items, "/")).toBe("/");
  });

  it("has one main landmark, a skip link to it, and at most five places at the foot of a phone", () => {
    const html = renderPage(<AppShell items={items} person={{ name: "Lê Thu Hà" }} unread={2} theme="system" locale="vi">nội dung</AppShell>, { pathname: "/decide" });
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toMatch(/<a href="#main"/);
    expect(html).toContain('aria-label="2 thông báo chưa đọc"');
    const bar = html.slice(html.lastIndexOf("<nav"));
    expect(bar.match(/<li class="min-w-0 flex-1/g)).toHaveLength(5);
    expect(bar).toContain("Thêm");
    expect(html).toMatch(/aria-current="page"[^>]*href="\/decide"|href="\/decide"[^>]*aria-current="page"/);
  });

  it("switches language and theme by forms that need no scripts and come back here", () => {
    const html = renderPage(<PreferencesForm theme="dark" locale="vi" />, { pathname: "/decide" });
    expect(html).toContain('<form method="post" action="/preferences"');
    expect(html).toContain('name="to" value="/decide"');
    expect(tagWith(html, 'value="dark"')).toContain('aria-pressed="true"');
  });
});
