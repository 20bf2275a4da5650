/** How a customer wishes to be called (glossary.md §6). */
export const CUSTOMER_ADDRESSES = ["anh", "chị", "cô", "chú", "bác", "ông", "bà", "bạn"] as const;
export type CustomerAddress = (typeof CUSTOMER_ADDRESSES)[number];
