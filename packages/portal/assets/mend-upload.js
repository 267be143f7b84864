// Mends photos before they are sent: turned upright, cropped to A4 where wanted, brought within
// the rule's pixels and under its bytes. The rule stands in data- attributes; so do all texts.
// What this cannot mend goes as it is, and the server says what is wrong with it.

const a4 = Math.SQRT2;
// Below the first a scan is hard to read, above the second it only grows.
const qualities = [0.36, 0.94];

for (const box of document.querySelectorAll('[data-mend]')) {
  const input = box.querySelector('input[type=file]');
  const accepts = box.dataset.accept.split(',');
  if (accepts.includes('image/jpeg') && typeof DataTransfer === 'function') start(box, input);
}

function start(box, input) {
  const rule = {
    accept: box.dataset.accept.split(','),
    maxBytes: Number(box.dataset.maxBytes),
    min: pair(box.dataset.minPixels),
    max: pair(box.dataset.maxPixels),
  };
  const texts = JSON.parse(box.dataset.texts);
  const list = document.createElement('ul');
  list.className = 'mend-list';
  box.querySelector('.mend').append(list);
  let pages = [];
  let isOurs = false;

  input.addEventListener('change', async () => {
    if (isOurs) return;
    pages = [...input.files].map((file) => ({ file, turns: 0, isCropped: false, result: file }));
    list.replaceChildren();
    for (const page of pages) {
      page.item = document.createElement('li');
      list.append(page.item);
      await redo(page);
    }
  });

  async function redo(page) {
    const state = setBusy(page.item, texts.working);
    const outcome = await mend(page, rule);
    page.result = outcome.file;
    state.remove();
    draw(page, outcome);
    hand();
  }

  // The mended files take the place of the chosen ones; then the plain form sends them.
  function hand() {
    const transfer = new DataTransfer();
    for (const page of pages) transfer.items.add(page.result);
    isOurs = true;
    input.files = transfer.files;
    isOurs = false;
  }

  function draw(page, { verdict, file, width, height }) {
    const { item } = page;
    item.replaceChildren();
    if (width > 0) {
      const image = document.createElement('img');
      image.alt = file.name;
      image.src = URL.createObjectURL(file);
      image.addEventListener('load', () => URL.revokeObjectURL(image.src));
      item.append(image);
    }
    const isGood = verdict === 'fits' || verdict === 'mended' || verdict === 'plain';
    const facts = width > 0 ? `${width}×${height} · ${Math.ceil(file.size / 1024)} KB` : file.name;
    item.append(line(facts, ''), line(texts[verdict], isGood ? 'mend-good' : 'mend-bad'));
    if (width > 0) {
      item.append(
        button(texts.rotate, () => {
          page.turns = (page.turns + 1) % 4;
          return redo(page);
        }),
        button(page.isCropped ? texts.uncrop : texts.crop, () => {
          page.isCropped = !page.isCropped;
          return redo(page);
        }),
      );
    }
    item.append(
      button(texts.remove, () => {
        pages = pages.filter((other) => other !== page);
        item.remove();
        hand();
      }),
    );
  }
}

/** What to send for one chosen file, and how it turned out. */
async function mend(page, rule) {
  const { file } = page;
  if (!file.type.startsWith('image/')) return { verdict: 'plain', file, width: 0, height: 0 };
  let bitmap;
  try {
    // Reads the camera's orientation mark and turns the picture upright.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { verdict: 'unreadable', file, width: 0, height: 0 };
  }
  const { width, height } = bitmap;
  const isUntouched = page.turns === 0 && !page.isCropped;
  const isRight = rule.accept.includes(file.type) && file.size <= rule.maxBytes;
  if (isUntouched && isRight && fits(width, height, rule)) {
    return { verdict: 'fits', file, width, height };
  }
  if (isTooSmall(width, height, rule)) return { verdict: 'too-small', file, width, height };
  const outcome = await compress(bitmap, page, rule);
  bitmap.close();
  return outcome;
}

async function compress(bitmap, page, rule) {
  const crop = page.isCropped ? a4Crop(bitmap) : whole(bitmap);
  let scale = scaleFor(crop, rule);
  for (;;) {
    const canvas = paint(bitmap, crop, scale, page.turns);
    const { width, height } = canvas;
    const { blob, smallest } = await bestWithin(canvas, rule.maxBytes);
    if (blob !== undefined) {
      const name = page.file.name.replace(/\.[^.]*$/, '') + '.jpg';
      const file = new File([blob], name, { type: 'image/jpeg' });
      return { verdict: 'mended', file, width, height };
    }
    // Bytes grow about as the area does.
    scale *= Math.min(0.9, 0.97 * Math.sqrt(rule.maxBytes / smallest));
    const isIllegible = Math.max(crop.width, crop.height) * scale < 480;
    if (isIllegible || isTooSmall(crop.width * scale, crop.height * scale, rule)) {
      return { verdict: 'too-large', file: page.file, width, height };
    }
  }
}

/** The finest JPEG of at most so many bytes; without one, how large the coarsest is. */
async function bestWithin(canvas, maxBytes) {
  let [low, high] = qualities;
  let blob = await toJpeg(canvas, low);
  if (blob.size > maxBytes) return { blob: undefined, smallest: blob.size };
  for (let i = 0; i < 4; i += 1) {
    const middle = (low + high) / 2;
    const finer = await toJpeg(canvas, middle);
    if (finer.size > maxBytes) high = middle;
    else [low, blob] = [middle, finer];
  }
  return { blob, smallest: blob.size };
}

function paint(bitmap, crop, scale, turns) {
  const width = Math.round(crop.width * scale);
  const height = Math.round(crop.height * scale);
  const isAcross = turns % 2 === 1;
  const canvas = newCanvas(isAcross ? height : width, isAcross ? width : height);
  const context = canvas.getContext('2d');
  // JPEG has no transparency: without a ground it would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(
    bitmap,
    crop.x,
    crop.y,
    crop.width,
    crop.height,
    -width / 2,
    -height / 2,
    width,
    height,
  );
  return canvas;
}

function whole({ width, height }) {
  return { x: 0, y: 0, width, height };
}

/** The largest middle part with the sides of A4, upright or across as the picture is. */
function a4Crop({ width, height }) {
  const ratio = width > height ? a4 : 1 / a4;
  const isWide = width / height > ratio;
  const w = isWide ? height * ratio : width;
  const h = isWide ? height : width / ratio;
  return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h };
}

// Bounds hold for the longer and the shorter side: a page may lie on its side.
function scaleFor({ width, height }, { max }) {
  if (max === undefined) return Math.min(1, 2400 / Math.max(width, height));
  const long = Math.max(...max) / Math.max(width, height);
  const short = Math.min(...max) / Math.min(width, height);
  return Math.min(1, long, short);
}

function fits(width, height, { min, max }) {
  const isOver = max !== undefined && beyond([width, height], max);
  return !isOver && !isTooSmall(width, height, { min });
}

function beyond(sides, bounds) {
  return Math.max(...sides) > Math.max(...bounds) || Math.min(...sides) > Math.min(...bounds);
}

function isTooSmall(width, height, { min }) {
  if (min === undefined) return false;
  return Math.max(width, height) < Math.max(...min) || Math.min(width, height) < Math.min(...min);
}

// A canvas element encodes when the page is idle, which on a busy phone takes a second each time;
// one that is not on the page encodes at once.
function newCanvas(width, height) {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

function toJpeg(canvas, quality) {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

function pair(text) {
  return text === undefined ? undefined : text.split('x').map(Number);
}

function setBusy(item, text) {
  const busy = line(text, '');
  item.append(busy);
  return busy;
}

function line(text, className) {
  const element = document.createElement('p');
  element.textContent = text;
  element.className = className;
  return element;
}

function button(text, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}
