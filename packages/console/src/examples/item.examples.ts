/** A construction permit, cut down to what the screens need; the names are invented. */
import type { ItemDefinition } from '@yichuang/kernel';

export const constructionPermit: ItemDefinition = {
  code: '11999921YYYY00039H4000117001001',
  version: 1,
  name: '建筑工程施工许可',
  nameEn: 'Construction permit',
  summary: '房屋建筑和市政基础设施工程开工前领取施工许可证。',
  orgId: 'yunxi/zjj',
  taskType: '01',
  audiences: ['enterprise'],
  themes: [],
  handlingMode: 'committed',
  isOnline: true,
  visits: 1,
  conditions: [],
  legalBasis: [
    { law: '中华人民共和国建筑法', article: '第七条', text: '应当申请领取施工许可证。' },
    { law: '建筑工程施工许可管理办法', article: '第四条' },
  ],
  correctionRule: 'XK-BZ-5',
  serviceRule: 'XK-SD-10',
  materials: [
    {
      id: 'application',
      name: '建筑工程施工许可证申请表',
      package: '施工',
      necessity: 'required',
      carrier: 'electronic',
      source: 'applicant',
      criteria: '填写完整，加盖公章。',
      upload: {
        accept: ['image/jpeg'],
        maxBytes: 92_160,
        minPixels: [640, 480],
        maxPixels: [1600, 1200],
        maxPages: 30,
      },
    },
    {
      id: 'safety-plan',
      name: '安全施工措施资料',
      package: '安全',
      necessity: 'required',
      carrier: 'electronic',
      source: 'applicant',
    },
    {
      id: 'drawings',
      name: '施工图纸（蓝图）',
      package: '施工',
      necessity: 'required',
      carrier: 'paper',
      source: 'applicant',
    },
    {
      id: 'wall-materials',
      name: '新型墙体材料使用计划',
      necessity: 'optional',
      carrier: 'both',
      source: 'applicant',
    },
  ],
  form: {
    sections: [
      {
        id: 'project',
        title: '工程概况',
        'x-title-en': 'Project',
        fields: ['projectName', 'buildingArea', 'startOn', 'isSupervised', 'supervisor', 'mobile'],
      },
    ],
    schema: {
      type: 'object',
      required: ['projectName', 'buildingArea'],
      properties: {
        projectName: { type: 'string', title: '工程名称', 'x-title-en': 'Name', maxLength: 50 },
        buildingArea: {
          type: 'number',
          title: '建筑面积',
          minimum: 1,
          maximum: 2_000_000,
          'x-unit': '平方米',
        },
        startOn: { type: 'string', title: '开工日期', format: 'date' },
        isSupervised: { type: 'boolean', title: '是否监理' },
        supervisor: {
          type: 'string',
          title: '监理单位',
          'x-when': { field: 'isSupervised', equals: true },
        },
        mobile: { type: 'string', title: '联系手机', format: 'mobile', 'x-sensitive': true },
      },
    },
  },
  fees: [],
  specialProcedures: [],
};
