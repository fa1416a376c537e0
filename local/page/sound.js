// What is heard: the tones of the keys, and a French voice, of the browser or of this laptop. Everything heard is also written.
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const toneSeconds = 0.12;
const keys = '123456789*0#';
let context;
let spoken = Promise.resolve();
let playing;
let hushed = 0;
let told = () => undefined;
let isMute = false;

/** A browser lets a page sound only after somebody has pressed something. */
const audio = () => (context ??= new AudioContext());

/** Where neither the browser nor the laptop has a French voice. */
export function onNoVoice(tell) {
  told = tell;
}

/** The two tones of a key, as telephones send them (ITU-T Q.23). */
export function playKey(key) {
  const place = keys.indexOf(key);
  const gain = new GainNode(audio(), { gain: 0.1 });
  gain.connect(audio().destination);
  for (const frequency of [rows[Math.floor(place / 3)], columns[place % 3]]) {
    const tone = new OscillatorNode(audio(), { frequency });
    tone.connect(gain);
    tone.start();
    tone.stop(audio().currentTime + toneSeconds);
  }
}

const frenchVoice = () => globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.startsWith('fr'));

export function speak(text) {
  const voice = frenchVoice();
  if (voice !== undefined) {
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang }));
    return;
  }
  if (isMute) {
    told();
    return;
  }
  const asked = hushed;
  spoken = spoken.then(() => (asked === hushed ? playFromLaptop(text) : undefined));
}

/** Nobody listens any more, or a key was pressed. */
export function hush() {
  hushed += 1;
  globalThis.speechSynthesis?.cancel();
  playing?.stop();
  playing = undefined;
}

async function playFromLaptop(text) {
  const response = await fetch('/voice', { method: 'POST', body: JSON.stringify({ text }) });
  if (!response.ok) {
    isMute = true;
    told();
    return;
  }
  const buffer = await audio().decodeAudioData(await response.arrayBuffer());
  playing = new AudioBufferSourceNode(audio(), { buffer });
  playing.connect(audio().destination);
  playing.start();
  await new Promise((resolve) => playing.addEventListener('ended', resolve, { once: true }));
}
