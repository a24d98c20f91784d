// #region worker
self.onmessage = ({ data }) => {
  if (data instanceof Int32Array) data[0] = 2;
  else if (!(data instanceof ArrayBuffer)) data.count = 2;
  self.postMessage(data);
};
// #endregion
