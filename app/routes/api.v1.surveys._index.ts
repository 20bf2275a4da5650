import { askedByPerson } from "#composition/improvements-api.server.ts";
import { saveSurvey, surveyBody, surveyOfBody, surveysJson } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "surveys.read", handler: async () => answer(200, { items: await surveysJson(), nextCursor: null }) }),
  POST: endpoint({
    permission: "surveys.edit",
    idempotent: true,
    body: surveyBody,
    handler: async ({ actor, body, remember }) => {
      const fields = surveyOfBody(body);
      const location = `/api/v1/surveys/${encodeURIComponent(fields.code)}`;
      await saveSurvey(fields, askedByPerson(actor), { isNew: true, remember: (tx) => remember?.(tx, { status: 201, body: fields, location }) });
      return answer(201, fields, { location });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
