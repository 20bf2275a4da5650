import { z } from "zod";
import { closingBody, lookupBody, noteBody, promiseBody } from "#modules/customers/public.server.ts";
import { personBody, personPatch } from "#modules/people/public.server.ts";
import { instant, money, type Operation, pageOf, paging, personBrief } from "./operation.ts";

const person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  site: z.string().nullable(),
  roles: z.array(z.string()).describe("role@scope"),
  managerEmail: z.string().nullable(),
  startedOn: z.string().nullable(),
  level: z.int().nullable(),
  language: z.string(),
  active: z.boolean(),
});

const promise = z.object({ id: z.string(), text: z.string(), dueAt: instant, keeper: personBrief.nullable() });

const customer = z.object({
  ref: z.string(),
  name: z.string().nullable().describe("masked"),
  phoneLast: z.string().nullable(),
  tier: z.string().nullable(),
  lifetimeValue: money.nullable(),
  addressForm: z.string().nullable(),
  recent: z.array(z.object({ at: instant, kind: z.string(), text: z.string() })),
  openPromises: z.array(promise),
  burden: z.object({ timesTold: z.int(), peopleMet: z.int(), daysWaiting: z.int() }),
});

const signal = z.object({
  openComplaint: z.boolean(),
  holdMarketing: z.boolean().describe("send nothing to the customer that sells"),
  until: instant.nullable().describe("when both end by themselves if nothing more happens; null: nothing is open, or only what people do ends it"),
});

const timelineEntry = z.object({ id: z.string(), at: instant, kind: z.string(), text: z.string(), by: personBrief.nullable(), contact: z.boolean() });
const closed = z.object({ id: z.string(), state: z.enum(["kept", "broken"]), closedAt: instant, note: z.string().nullable() });
const customers = { tag: "customers" } as const;
const people = { tag: "people" } as const;

export const peopleOperations: readonly Operation[] = [
  {
    ...people,
    ...{ method: "get", path: "/people", id: "listPeople", summary: "People within reach, newest first", scope: "people:read" },
    query: z.object({
      ...paging,
      q: z.string().optional().describe("part of a name, with or without marks, or of an e-mail"),
      email: z.string().optional(),
      site: z.string().optional(),
      department: z.string().optional(),
      role: z.string().optional(),
      state: z.enum(["active", "inactive"]).optional(),
    }),
    ...{ status: 200, answer: pageOf(person) },
  },
  {
    ...people,
    ...{ method: "post", path: "/people", id: "addPerson", summary: "Add a person", scope: "people:write" },
    ...{ body: personBody, idempotent: true, status: 201, answer: person },
  },
  { ...people, method: "get", path: "/people/{id}", id: "readPerson", summary: "One person", scope: "people:read", status: 200, answer: person, refusals: [404] },
  {
    ...people,
    ...{ method: "patch", path: "/people/{id}", id: "editPerson", summary: "Change a record, let somebody go or in again", scope: "people:write" },
    ...{ body: personPatch, status: 200, answer: person, refusals: [404, 409] },
  },
  {
    ...customers,
    ...{ method: "post", path: "/customers/lookup", id: "lookUpCustomer", summary: "Who is in front of us, by phone or reference", scope: "customers:read" },
    ...{ body: lookupBody, status: 200, answer: customer, refusals: [404] },
  },
  { ...customers, method: "get", path: "/customers/{ref}", id: "readCustomer", summary: "One customer", scope: "customers:read", status: 200, answer: customer, refusals: [404] },
  {
    ...customers,
    ...{ method: "get", path: "/customers/{ref}/timeline", id: "readTimeline", summary: "What happened with them, newest first", scope: "customers:read" },
    ...{ query: z.object(paging), status: 200, answer: pageOf(timelineEntry), refusals: [404] },
  },
  {
    ...customers,
    ...{ method: "get", path: "/customers/{ref}/signal", id: "readSignal", summary: "Whether a complaint is open and marketing holds", scope: "customers:read" },
    ...{ status: 200, answer: signal, refusals: [404] },
  },
  {
    ...customers,
    ...{ method: "post", path: "/customers/{ref}/notes", id: "addNote", summary: "A note without any gesture", scope: "customers:write" },
    ...{ body: noteBody, idempotent: true, status: 201, answer: z.object({ id: z.string(), at: instant, text: z.string(), isContact: z.boolean() }), refusals: [404] },
  },
  {
    ...customers,
    ...{ method: "post", path: "/customers/{ref}/promises", id: "makePromise", summary: "A promise, its time and its keeper", scope: "customers:write" },
    ...{ body: promiseBody, idempotent: true, status: 201, answer: promise.extend({ state: z.literal("open") }), refusals: [404] },
  },
  ...(["kept", "broken"] as const).map(
    (state): Operation => ({
      ...customers,
      ...{ method: "post", path: `/promises/{id}/${state}`, id: state === "kept" ? "keepPromise" : "breakPromise", scope: "customers:write" },
      ...{ summary: state === "kept" ? "The promise was kept" : "The promise was broken", body: closingBody, bodyOptional: true },
      ...{ idempotent: true, status: 200, answer: closed, refusals: [404, 409] },
    }),
  ),
];
