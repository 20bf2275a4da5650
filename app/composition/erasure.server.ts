import type { ErasureParticipant } from "#modules/customers/public.server.ts";
import { eraseCareOf } from "#modules/care/public.server.ts";
import { eraseCustomerWords } from "#modules/empowerment/public.server.ts";
import { eraseScorecardNames } from "#modules/kpis/public.server.ts";
import { eraseLearningWords } from "#modules/learning/public.server.ts";
import { eraseFeedback } from "#modules/listening/public.server.ts";
import type { PersonErasure } from "#modules/people/public.server.ts";
import { eraseLeader } from "#modules/reviews/public.server.ts";
import { eraseRecognitionWords } from "#modules/recognition/public.server.ts";
import { recordedStoriesOf } from "#modules/stories/public.server.ts";

/** What other modules keep of a customer and erase with the customer's details. */
export const customerErasure: readonly ErasureParticipant[] = [eraseCustomerWords, eraseFeedback];

/** What other modules keep of a person who has left and erase with the person's details. */
export const personErasure: readonly PersonErasure[] = [eraseRecognitionWords, eraseScorecardNames, eraseLearningWords, recordedStoriesOf, eraseCareOf, eraseLeader];
