import type { Random } from "../random.ts";

/** Family names with their rough share in the country. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ["Nguyễn", 31], ["Trần", 11], ["Lê", 10], ["Phạm", 7], ["Hoàng", 4], ["Huỳnh", 4], ["Phan", 4], ["Vũ", 4], ["Võ", 4], ["Đặng", 3],
  ["Bùi", 3], ["Đỗ", 3], ["Hồ", 2], ["Ngô", 2], ["Dương", 2], ["Lý", 1], ["Đinh", 1], ["Trịnh", 1], ["Mai", 1], ["Lương", 1], ["Cao", 1],
];

const WOMEN = [
  "Thu Hằng", "Minh Anh", "Ngọc Ánh", "Bảo Châu", "Kim Chi", "Thùy Dung", "Mỹ Duyên", "Thu Giang", "Hương Giang", "Ngân Hà",
  "Khánh Hà", "Bích Hạnh", "Thúy Hiền", "Phương Hoa", "Diệu Huyền", "Thanh Hương", "Lan Hương", "Mai Khanh", "Vân Khánh", "Nhật Lệ",
  "Hoài Linh", "Khánh Linh", "Mỹ Linh", "Thùy Linh", "Bích Loan", "Hương Ly", "Tuyết Mai", "Quỳnh Mai", "Trà My", "Hoàng My",
  "Thiên Nga", "Bích Ngân", "Kim Ngân", "Hồng Ngọc", "Như Ngọc", "Thảo Nguyên", "Ánh Nguyệt", "Thanh Nhàn", "Yến Nhi", "Tuyết Nhi",
  "Hồng Nhung", "Cẩm Nhung", "Kiều Oanh", "Hoàng Oanh", "Mai Phương", "Lan Phương", "Bích Phượng", "Như Quỳnh", "Diễm Quỳnh", "Thanh Thảo",
  "Phương Thảo", "Thu Thảo", "Minh Thư", "Anh Thư", "Hoài Thương", "Bích Thủy", "Thanh Thúy", "Minh Thúy", "Thủy Tiên", "Cẩm Tiên",
  "Thùy Trang", "Huyền Trang", "Quỳnh Trâm", "Bảo Trâm", "Bảo Trân", "Thanh Trúc", "Cẩm Tú", "Minh Tuyền", "Ánh Tuyết", "Tố Uyên",
  "Phương Uyên", "Hồng Vân", "Khánh Vân", "Thảo Vy", "Tường Vy", "Hạ Vy", "Thanh Xuân", "Như Ý", "Hải Yến", "Kim Yến",
] as const;

const MEN = [
  "Tuấn Anh", "Đức Anh", "Quốc Bảo", "Gia Bảo", "Thái Bình", "Minh Châu", "Hữu Chiến", "Văn Cường", "Mạnh Cường", "Thành Công",
  "Tiến Dũng", "Anh Dũng", "Hoàng Duy", "Khánh Duy", "Minh Đạt", "Thành Đạt", "Hải Đăng", "Trung Đức", "Minh Đức", "Hoàng Giang",
  "Trường Giang", "Ngọc Hải", "Minh Hải", "Trung Hiếu", "Minh Hiếu", "Huy Hoàng", "Việt Hoàng", "Mạnh Hùng", "Tuấn Hùng", "Quang Huy",
  "Đức Huy", "Gia Huy", "Quốc Hưng", "Tuấn Hưng", "Vĩnh Khang", "Minh Khang", "Đăng Khoa", "Anh Khoa", "Minh Khôi", "Trung Kiên",
  "Tuấn Kiệt", "Thanh Lâm", "Tùng Lâm", "Hoàng Long", "Thành Long", "Đức Lộc", "Hữu Lộc", "Minh Mẫn", "Nhật Minh", "Quang Minh",
  "Hoài Nam", "Phương Nam", "Trọng Nghĩa", "Trung Nguyên", "Minh Nhật", "Tấn Phát", "Hồng Phong", "Thanh Phong", "Thiên Phúc", "Minh Quân",
  "Anh Quân", "Nhật Quang", "Minh Sơn", "Thái Sơn", "Tấn Tài", "Đức Thắng", "Quốc Thắng", "Minh Thiện", "Phúc Thịnh", "Hữu Thọ",
  "Quang Trung", "Minh Trí", "Đức Trọng", "Anh Tú", "Minh Tuấn", "Thanh Tùng", "Sơn Tùng", "Quang Vinh", "Thế Vinh", "Long Vũ",
] as const;

export interface DrawnName {
  readonly name: string;
  readonly woman: boolean;
}

/** A plausible full name; nobody in particular. */
export function drawName(random: Random, womenShare: number): DrawnName {
  const woman = random.chance(womenShare);
  return { name: `${random.weighted(FAMILIES)} ${random.pick(woman ? WOMEN : MEN)}`, woman };
}

/** Plain letters of a name part, for an e-mail address. */
export function asciiOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}
