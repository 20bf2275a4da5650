import { Algorithm, hash } from "@node-rs/argon2";

/** One argon2id hash with the product's parameters, to be shared by all the sign-ins of a demo. */
export function hashOnce(password: string): Promise<string> {
  return hash(password, { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
