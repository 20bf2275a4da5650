export const vi = {
  title: "Sợi chỉ đỏ",
} as const;
