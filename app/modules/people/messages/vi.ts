export const vi = {
  title: "Con người",
} as const;
