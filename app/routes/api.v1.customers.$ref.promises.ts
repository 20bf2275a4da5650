import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { keeperOf } from "#composition/customer-api.server.ts";
import { makePromise, promiseBody } from "#modules/customers/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "customers.write",
    idempotent: true,
    body: promiseBody,
    handler: async ({ actor, param, body, remember }) => {
      const keeper = keeperOf(body.keeper);
      const view = (id: string) => ({
        id,
        text: body.text,
        dueAt: body.dueAt.toISOString(),
        keeper: { name: keeper.name, email: keeper.email },
        state: "open",
      });
      const fields = { text: body.text, dueAt: body.dueAt, keeperId: keeper.id };
      const { id } = await makePromise(param("ref"), fields, askedOverApi(actor), (tx, made) => remember?.(tx, { status: 201, body: view(made) }));
      return answer(201, view(id));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
