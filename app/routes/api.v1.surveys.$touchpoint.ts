import { askedByPerson } from "#composition/improvements-api.server.ts";
import { saveSurvey, surveyChange, surveyOfBody, surveyPage } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "surveys.read",
    handler: async ({ param }) => {
      const survey = await surveyPage(param("touchpoint"));
      if (survey === null) throw notFound();
      return answer(200, survey.fields);
    },
  }),
  PUT: endpoint({
    permission: "surveys.edit",
    body: surveyChange,
    handler: async ({ actor, param, body }) => {
      if ((await surveyPage(param("touchpoint"))) === null) throw notFound();
      const fields = surveyOfBody({ ...body, code: param("touchpoint") });
      await saveSurvey(fields, askedByPerson(actor), { isNew: false });
      return answer(200, fields);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
