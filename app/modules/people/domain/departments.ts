/** The little a department needs to stand in the tree. */
export interface DepartmentNode {
  readonly code: string;
  readonly parentCode: string | null;
}

/** The department and every one above it, nearest first. Stops at a circle. */
export function withAncestors(code: string | null, departments: readonly DepartmentNode[]): string[] {
  const parents = new Map(departments.map((department) => [department.code, department.parentCode]));
  const line: string[] = [];
  for (let at = code; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at);
  return line;
}

/** The department and every one below it. */
export function withDescendants(code: string, departments: readonly DepartmentNode[]): string[] {
  const found = new Set([code]);
  for (const reached of found) {
    for (const department of departments) if (department.parentCode === reached) found.add(department.code);
  }
  return [...found];
}

/** Whether putting `code` below `parentCode` would close a circle. */
export function closesCircle(code: string, parentCode: string | null, departments: readonly DepartmentNode[]): boolean {
  return parentCode !== null && withAncestors(parentCode, departments).includes(code);
}
