export const vi = {
  title: "Nhật ký kiểm soát",
} as const;
