// One copy of a drawing in the browser, for what the server could not be told. It lives in IndexedDB, which takes large files.
const store = 'drawings';

export class LocalCopy {
  constructor(key) {
    this.key = key;
  }

  write(xml) {
    return this.#run('readwrite', drawings => drawings.put({ xml, savedAt: new Date().toISOString() }, this.key));
  }

  read() {
    return this.#run('readonly', drawings => drawings.get(this.key));
  }

  forget() {
    return this.#run('readwrite', drawings => drawings.delete(this.key));
  }

  // A browser that keeps nothing (private window, full disk) still draws.
  async #run(mode, work) {
    try {
      const database = await open();
      return await new Promise((resolve, reject) => {
        const request = work(database.transaction(store, mode).objectStore(store));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      }).finally(() => database.close());
    } catch (error) {
      console.warn('The browser keeps no copy of the drawing.', error);
      return undefined;
    }
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('shanzhi-designer', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
