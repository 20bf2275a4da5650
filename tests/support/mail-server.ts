import { createServer } from "node:net";

/** A mail server that takes every message and keeps its text, headers first. */
export interface MailServer {
  /** As SMTP_URL takes it. */
  readonly url: string;
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    let text = "";
    let rest = "";
    socket.write("220 test ESMTP\r\n");
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (data) {
          if (line !== ".") text += `${line}\n`;
          else {
            received.push(text);
            text = "";
            data = false;
            socket.write("250 taken\r\n");
          }
        } else if (/^(EHLO|HELO|MAIL|RCPT)/i.test(line)) socket.write("250 ok\r\n");
        else if (/^DATA/i.test(line)) {
          data = true;
          socket.write("354 go\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    received,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
