import type { SurveyFields } from "./schemas.ts";

/** Where customers are most often met, for an installation that has no touchpoint yet. */
export const USUAL_TOUCHPOINTS = ["counter", "delivery", "hotline", "visit"] as const;
export type UsualTouchpoint = (typeof USUAL_TOUCHPOINTS)[number];

const NAMES: Readonly<Record<UsualTouchpoint, { readonly nameVi: string; readonly nameEn: string }>> = {
  counter: { nameVi: "Tại quầy", nameEn: "At the counter" },
  delivery: { nameVi: "Sau khi giao hàng", nameEn: "After a delivery" },
  hotline: { nameVi: "Sau cuộc gọi tổng đài", nameEn: "After a call to the hotline" },
  visit: { nameVi: "Sau buổi hẹn", nameEn: "After an appointment" },
};

export function isUsual(text: string): text is UsualTouchpoint {
  return (USUAL_TOUCHPOINTS as readonly string[]).includes(text);
}

/** The survey a usual touchpoint begins with: one question and a few words. */
export function freshSurvey(code: UsualTouchpoint): SurveyFields {
  return { code, ...NAMES[code], departmentCode: null, questions: ["understood"], asksWords: true, introVi: null, introEn: null, thanksVi: null, thanksEn: null, active: true };
}
