export const vi = {
  title: "Trao quyền",
} as const;
