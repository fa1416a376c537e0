// Run as a process of its own, to be killed: puts one object again and again, each time of another byte.
import { ObjectStore } from '../../../local/s3/object-store.ts';

const [root = '', bucket = ''] = process.argv.slice(2);
const store = new ObjectStore(root, [bucket], () => 0);
for (let byte = 1; ; byte = (byte % 255) + 1) {
  store.put(bucket, 'report', Buffer.alloc(8 * 1024 * 1024, byte));
  if (byte === 1) console.log('put');
  await new Promise((resolve) => setImmediate(resolve));
}
