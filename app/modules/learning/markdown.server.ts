import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** What a lesson may hold: headings below the page's own, paragraphs, lists, emphasis, quotations, links, pictures kept here. */
const SCHEMA = {
  ...defaultSchema,
  tagNames: ["h2", "h3", "h4", "p", "ul", "ol", "li", "em", "strong", "blockquote", "a", "img", "br", "hr", "code"],
  attributes: { a: ["href"], img: ["src", "alt"] },
  protocols: { href: ["http", "https", "mailto"], src: [] },
  strip: ["script", "style"],
};

/** Headings go below the page's own title; pictures come from this product alone. */
const settle = () => (tree: Node): Node => {
  const walk = (node: Node): Node => {
    const children = node.children?.map(walk).filter((child) => !(child.tagName === "img" && !/^\/(?![/\\])/.test(String(child.properties?.["src"] ?? ""))));
    const level = /^h([1-6])$/.exec(node.tagName ?? "")?.[1];
    return { ...node, ...(level === undefined ? {} : { tagName: `h${Math.min(4, Number(level) + 1)}` }), ...(children === undefined ? {} : { children }) };
  };
  return walk(tree);
};

const VOID = new Set(["img", "br", "hr"]);
const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? "");

/** Writes what the sanitiser let through; nothing else is known here. */
function written(node: Node): string {
  if (node.type === "text") return escaped(node.value ?? "");
  const inner = (node.children ?? []).map(written).join("");
  const { tagName } = node;
  if (tagName === undefined) return inner;
  const attributes = Object.entries(node.properties ?? {}).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");
  return VOID.has(tagName) ? `<${tagName}${attributes}>` : `<${tagName}${attributes}>${inner}</${tagName}>`;
}

const processor = unified().use(remarkParse).use(remarkRehype).use(settle as never).use(rehypeSanitize, SCHEMA);

/** Markdown of a lesson as safe HTML: raw HTML is dropped, links are web or mail addresses, pictures paths of this product. */
export function safeHtml(markdown: string): string {
  return written(processor.runSync(processor.parse(markdown)) as Node);
}
