self.onmessage = ({ data }) => {
  const transfer = data instanceof ArrayBuffer ? [data] : [];
  self.postMessage(data, { transfer });
};
