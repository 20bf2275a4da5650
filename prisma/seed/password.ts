import { hash } from "@node-rs/argon2";

/** One argon2id hash (the library's default kind) with the product's parameters, to be shared by all the sign-ins of a demo. */
export function hashOnce(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
