/** The address of one recognition. */
export const pageOf = (id: string): string => `/recognition/${id}`;
