// Runs a peer library on the frames of a list and prints the processor time that one costs, in milliseconds.
// node peers.mjs LIBRARY DIRECTORY WARM-UP-FRAMES; DIRECTORY/order.txt names one picture a line: "participant file"
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const [library, directory, warmUp] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, 'node_modules');
// One thread for each picture, as everywhere in this comparison
sharp.concurrency(1);
sharp.cache(false);

// Models come out of the packages; the libraries fetch them by address, and nothing else is ever fetched
globalThis.fetch = async (address) => {
  const file = String(address?.url ?? address).replace(/^file:\/\//, '');
  if (!file.startsWith(packages)) throw new Error(`not fetched: ${file}`);
  const bytes = await readFile(file);
  return new Response(bytes, { status: 200, headers: { 'content-type': file.endsWith('.json') ? 'application/json' : 'application/octet-stream' } });
};

async function pixels(file) {
  const { data, info } = await sharp(await readFile(file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, shape: [info.height, info.width, 3] };
}

async function wasm(tf, backend) {
  backend.setWasmPaths(path.join(packages, '@tensorflow/tfjs-backend-wasm/dist/'));
  await tf.setBackend('wasm');
  await tf.ready();
}

// Human: BlazeFace, face mesh (468 points, pose) and emotion; all else off. With tracking, the detector runs in every
// eighth frame of a participant at most, as Rapt's full detection does, and the mesh follows from its last box.
async function human(tracking) {
  const tf = require('@tensorflow/tfjs-core');
  await wasm(tf, require('@tensorflow/tfjs-backend-wasm'));
  const { Human } = require(path.join(packages, '@vladmandic/human/dist/human.node-wasm.js'));
  const instance = new Human({
    backend: 'wasm',
    wasmPath: path.join(packages, '@tensorflow/tfjs-backend-wasm/dist/'),
    modelBasePath: `file://${path.join(packages, '@vladmandic/human/models/')}`,
    cacheModels: false,
    // By default it only skips when the whole picture has hardly changed; here it may always
    cacheSensitivity: tracking ? 1e9 : 0,
    debug: false,
    async: true,
    warmup: 'none',
    skipAllowed: tracking,
    filter: { enabled: false },
    gesture: { enabled: false }, segmentation: { enabled: false }, object: { enabled: false },
    body: { enabled: false }, hand: { enabled: false },
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 1, skipFrames: tracking ? 7 : 0, skipTime: tracking ? 1e9 : 0, return: false },
      mesh: { enabled: true }, attention: { enabled: false }, iris: { enabled: false },
      description: { enabled: false }, antispoof: { enabled: false }, liveness: { enabled: false },
      emotion: { enabled: true, minConfidence: 0, skipFrames: 0, skipTime: 0 },
    },
  });
  await instance.load();
  return async (file) => {
    const { data, shape } = await pixels(file);
    const tensor = instance.tf.tensor(data, [1, ...shape], 'float32');
    const result = await instance.detect(tensor);
    instance.tf.dispose(tensor);
    const face = result.face[0];
    return Boolean(face && face.mesh?.length >= 468 && face.emotion?.length);
  };
}

// face-api: a detector, 68 landmarks and expressions; it follows nobody from frame to frame
async function faceApi(size) {
  const tf = require('@tensorflow/tfjs');
  await wasm(tf, require('@tensorflow/tfjs-backend-wasm'));
  const faceapi = require(path.join(packages, '@vladmandic/face-api/dist/face-api.node-wasm.js'));
  const models = path.join(packages, '@vladmandic/face-api/model');
  const tiny = size > 0;
  const net = tiny ? faceapi.nets.tinyFaceDetector : faceapi.nets.ssdMobilenetv1;
  await net.loadFromDisk(models);
  await faceapi.nets.faceLandmark68TinyNet.loadFromDisk(models);
  await faceapi.nets.faceExpressionNet.loadFromDisk(models);
  const options = tiny
    ? new faceapi.TinyFaceDetectorOptions({ inputSize: size, scoreThreshold: 0.3 })
    : new faceapi.SsdMobilenetv1Options({ minConfidence: 0.3, maxResults: 1 });
  return async (file) => {
    const { data, shape } = await pixels(file);
    const tensor = faceapi.tf.tensor3d(data, shape, 'int32');
    const result = await faceapi.detectSingleFace(tensor, options).withFaceLandmarks(true).withFaceExpressions();
    tensor.dispose();
    return Boolean(result?.landmarks && result.expressions);
  };
}

const libraries = {
  'human': () => human(false),
  'human-tracking': () => human(true),
  'face-api-tiny': () => faceApi(224),
  'face-api-ssd': () => faceApi(0),
};

const lines = (await readFile(path.join(directory, 'order.txt'), 'utf8')).trim().split('\n').map((line) => line.split(' '));
const look = await libraries[library]();
let began = process.cpuUsage();
let seen = 0;
for (const [index, [, file]] of lines.entries()) {
  if (index === Number(warmUp)) {
    began = process.cpuUsage();
    seen = 0;
  }
  if (await look(path.join(directory, file))) seen++;
}
const used = process.cpuUsage(began);
const frames = lines.length - Number(warmUp);
console.log(`RESULT ${((used.user + used.system) / 1000 / frames).toFixed(3)} ${(seen / frames).toFixed(3)}`);
process.exit(0);
