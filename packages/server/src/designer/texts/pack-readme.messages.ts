/** Beside an exported item, for whoever opens the folder first. */
export function readmeText(name: string, folder: string): string {
  return `# ${name}

本文件夹由一窗的设计器导出，是一个事项包：\`pack.json\` 说明它依赖哪个包，\`items/\` 中是事项本身。

- 检查：把文件夹放在所依赖的包旁边，运行 \`yichuang pack check ${folder}\`。
- 评审：放进 Git，字段顺序固定，改一处只动一行。
- 导入：在另一处的设计器中选“导入”，交压缩包即可；问题会逐条列出，不会直接生效。

## In English

This folder was exported by the designer of Yichuang. It is a pack with one item:
\`pack.json\` names the pack that it needs, \`items/\` holds the item itself.

- Check it: put it beside the pack that it needs and run \`yichuang pack check ${folder}\`.
- Review it in Git: fields stand in a fixed order, so one change moves one line.
- Import it elsewhere: hand the zip to “Import” in the designer there. Problems are listed one by
  one, and nothing comes into force by itself.
`;
}
