export const vi = {
  title: "Khách hàng",
} as const;
