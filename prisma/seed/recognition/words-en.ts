import type { Wordings } from "./wordings.ts";

/** The same kinds of thanks, from those who write in English. */
export const en: Wordings = {
  deeds: {
    money: [
      ["OWN/b1", "{name} decided it at the counter, so the customer did not stand waiting for a phone call upstairs."],
      ["HEAR/b1", "The customer came in shouting; {name} brought a chair and listened to the very end before opening the book."],
      ["OWN/b4", "{name} said plainly what we could do now and what had to be asked, and promised nothing else."],
      ["HEAR/b2", "{name} asked one more question, \"what is it for?\", and learnt there was a party that night."],
      ["HEAR/b3", "{name} wrote down both what was said and what worried her, so the next shift understood at a glance."],
      ["OWN/b1", "Ten minutes before closing {name} still went through the receipt and settled it the same evening."],
    ],
    mend: [
      ["OWN/b3", "{name} carried the dress to the tailor, waited for it, and only then called the customer."],
      ["MEND/b3", "The seam looked fine, but {name} opened it again because the inside still puckered."],
      ["HEAR/b2", "{name} had her try it on and walk a few steps before asking where it pinched."],
      ["MEND/b1", "{name} noticed three pieces of one lot with the same fault and had the whole box checked."],
      ["OWN/b1", "{name} exchanged it right in the fitting room and did the paperwork afterwards."],
    ],
    speed: [
      ["OWN/b2", "{name} had promised four o'clock and called at ten to, with the counter full."],
      ["OWN/b3", "{name} traced the parcel through two warehouses until we knew which van it was in."],
      ["CARE/b1", "With the rain holding the vans up, {name} called before the customer could ask."],
      ["MEND/b2", "{name} took it from the shop near her home instead of waiting for the warehouse: two days less."],
      ["OWN/b3", "After the delivery {name} asked whether it fitted, and closed the case only then."],
    ],
    care: [
      ["CARE/b3", "{name} called a week later to ask how it went, just as promised at the door."],
      ["CARE/b2", "{name} remembered that she never wears black and put the moss green one aside in the morning."],
      ["CARE/b2", "{name} wrote a card by hand for her daughter's graduation; three lines, and everybody went quiet."],
      ["HEAR/b2", "{name} heard how flat the voice was, asked, and learnt about the long wait last time."],
      ["CARE/b1", "{name} told her before she bought that the colour runs in the first wash, and how to prevent it."],
    ],
    shop: [
      ["BESIDE/b1", "With two of us ill on Saturday, {name} stayed on after a full morning shift."],
      ["BESIDE/b2", "While I was being shouted at {name} came and stood beside me; I stopped shaking."],
      ["BESIDE/b3", "{name} taught me to measure an áo dài at the armhole, slowly, until I could do it alone."],
      ["MEND/b2", "{name} put the sizes in order; finding one now takes half a minute."],
      ["BESIDE/b1", "At rush hour {name} left lunch to open a second till, and the queue was gone in ten minutes."],
      ["HEAR/b3", "{name}'s handover was so clear that I did not have to ask the customer anything again."],
    ],
    hotline: [
      ["HEAR/b1", "Forty minutes on the line, and {name} did not interrupt the customer once."],
      ["BESIDE/b2", "When my voice failed {name} took the call over and told me afterwards how it ended."],
      ["BESIDE/b1", "On the night the network was down {name} stayed with the late shift until nobody was waiting."],
      ["MEND/b1", "{name} counted eleven calls about one sentence on the returns page and had it sent on within the shift."],
    ],
    online: [
      ["MEND/b1", "{name} photographed every colour again in daylight, so the pictures no longer mislead."],
      ["BESIDE/b1", "During the sale {name} took on sixty messages of others so that nobody waited overnight."],
      ["MEND/b2", "{name} rewrote the size chart from real measurements; far fewer people have to ask now."],
    ],
    delivery: [
      ["OWN/b3", "{name} drove back a second time rather than leave the box at the gate."],
      ["BESIDE/b1", "On the day of the flood {name} took a colleague's route as well, and everything was out before dark."],
      ["MEND/b3", "{name} wraps embroidered pieces twice, unasked; no crushed box since."],
    ],
    office: [
      ["BESIDE/b1", "At month's end {name} from accounts sat with the shop over every receipt until seven."],
      ["MEND/b2", "{name} spent an afternoon at the counter and then dropped the second confirmation from refunds."],
      ["OWN/b2", "The card reader failed at the busiest hour; {name} said twenty minutes, and it was twenty."],
      ["MEND/b1", "{name} collected the faults we report and answered each line, with a reason where nothing was done yet."],
    ],
  },
  effects: {
    proven: [
      "The customer left happy and brought her sister the next week.",
      "She said it was the first time an exchange did not feel like begging.",
      "At the door he turned round to say thank you.",
      "She had it in time and sent us a lovely picture.",
      "He calmed down and stayed to chat.",
      "She was reassured and never had to call again.",
    ],
    open: [
      "I don't know yet how content they are, but it is a way I want to learn.",
      "There is no answer yet; the shift could breathe, though.",
      "Whatever comes of it, the customer was treated with respect throughout.",
      "It is not over yet, but they know somebody is looking after them.",
    ],
  },
  team: {
    HEAR: ["Nobody had to tell it again.", "By the end it was another matter than we had thought.", "I have been trying to stay silent a little longer since."],
    OWN: ["The customer did not wait another day.", "Nobody had to ask twice.", "That is why they trust us."],
    BESIDE: ["Nobody had to wait, and the team went home on time.", "I was less afraid, and the next customers were served properly.", "I learnt more from it than from a day's course."],
    CARE: ["There was an answer before anybody could worry.", "A small thing that customers keep mentioning.", "Not one complaint came that day."],
    MEND: ["Since then customers ask far less often.", "Nobody met that fault again the week after.", "It is quicker for customers and easier for us."],
  },
  addOns: ["I was on that shift; it was just so.", "The customer still mentions it.", "They helped me the same way.", "I meant to write this myself."],
  comments: ["This made my morning.", "I'll tell it at tomorrow's line-up.", "That extra question is worth copying.", "Thank you all, I only did my part.", "Could you write down how you did it?", "We should all do it this way."],
};
