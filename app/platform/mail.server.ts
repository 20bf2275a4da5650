import { env } from "./env.server.ts";

export interface Mail {
  /** Becomes the Message-ID, so that a message sent twice after a crash is seen as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page, for programs that show one. */
  readonly html: string | null;
}

const TIMEOUT_MS = 15_000;

/** Hands one message to the mail server of SMTP_URL. Throws when there is none or it does not take the message. */
export async function sendMail(mail: Mail): Promise<void> {
  if (env.SMTP_URL === null) throw new Error("No mail server: SMTP_URL is not set");
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ url: env.SMTP_URL, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  try {
    await transport.sendMail({ from: env.MAIL_FROM, to: mail.to, subject: mail.subject, text: mail.text, ...(mail.html === null ? {} : { html: mail.html }), messageId: `<${mail.id}@tam>` });
  } finally {
    transport.close();
  }
}
