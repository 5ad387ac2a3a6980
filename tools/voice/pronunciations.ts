import { SPOKEN_WORDS, type SpokenLanguage } from '#areas/boards/rules/spoken-words.ts';

/** How espeak-ng speaks a language here. Slow and a little low carries best in a hall. */
export const VOICES: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  id: ['-v', 'id', '-s', '145', '-p', '45'],
  // American vowels keep R ("ar") apart from the Indonesian letter A, which a British R sounds like.
  en: ['-v', 'en-us', '-s', '150', '-p', '45'],
};

/**
 * Where espeak-ng 1.51 reads a word wrongly, its phonemes are given instead ([[…]]). Indonesian spelling does not
 * tell the two sounds of E apart and the program takes è too often; KBBI has a schwa in empat, enam, belas and
 * sebelas (with the stress moving to the last syllable), perhatian, berhenti, sementara and kembali, and a full e in loket,
 * lewat and antrean.
 */
const CORRECTED: Readonly<Record<SpokenLanguage, Readonly<Record<string, string>>>> = {
  id: {
    empat: "[[@mp'at]]",
    enam: "[[@n'am]]",
    belas: "[[b@l'as]]",
    sebelas: "[[s@b@l'as]]",
    'nomor-antrean': "[[n'omOR antR'ean]]",
    'ke-loket': "[[k@ l'okEt]]",
    perhatian: "[[p@Rhat'ian]]",
    antrean: "[[antR'ean]]",
    'berhenti-sementara': "[[b@Rh@nt'i s@m@nt'aRa]]",
    'dibuka-kembali': "[[dib'uka k@mb'ali]]",
    lewat: "[[l'ewat]]",
  },
  en: {
    // "Zee" and "cee" cannot be told apart through a loudspeaker.
    'letter-z': "[[z'Ed]]",
    // Stressed on the first part, as it is read before a noun, "thirteen" is heard as "thirty".
    thirteen: "[[T,3:t'i:n]]",
    fourteen: "[[f,o@t'i:n]]",
    fifteen: "[[f,Ift'i:n]]",
    sixteen: "[[s,Ikst'i:n]]",
    seventeen: "[[s,Ev@nt'i:n]]",
    eighteen: "[[,eIt'i:n]]",
    nineteen: "[[n,aInt'i:n]]",
  },
};

/** What to hand to espeak-ng for a clip: its text, or phonemes where it would read the text wrongly. */
export function textForSpeech(language: SpokenLanguage, word: string): string {
  const corrected = CORRECTED[language][word];
  if (corrected !== undefined) return corrected;
  const text = SPOKEN_WORDS[language][word];
  if (text === undefined) throw new RangeError(`no such clip: ${language}/${word}`);
  return text.toLowerCase();
}
