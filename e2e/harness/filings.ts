// Applications as people would fill them in. Everything here is invented.

import type { DraftView, FilingReceipt } from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import { isDue, type FormData } from '@yichuang/kernel/form';
import type { items } from './county.ts';
import type { Connection } from './http.ts';
import { jpegPage } from './pictures.ts';
import type { PageAnswer } from './portal.ts';

export const constructionForm: FormData = {
  builder: '云溪县青石置业有限公司',
  builderCode: '91999921YYYY10018U',
  legalRepresentative: '罗建国',
  contactName: '田淑兰',
  contactMobile: '19900000001',
  projectName: '青石花园三期 5 号住宅楼',
  projectAddress: '云溪县碧云街道望溪路 18 号',
  buildingArea: 12860,
  structure: 'frame-shear-wall',
  isAffordableRental: false,
  contractPrice: 3580,
  contractStartOn: '2027-03-01',
  contractEndOn: '2028-06-30',
  surveyor: '云溪县地质勘察院',
  surveyorLead: '谷雨声',
  designer: '云溪县建筑设计院有限公司',
  designerLead: '纪明轩',
  contractor: '云溪县第一建筑工程有限公司',
  contractorLead: '严守成',
  isSupervisionRequired: true,
  supervisor: '云溪县诚正工程监理有限公司',
  supervisorLead: '方正平',
};

export const hygieneForm: FormData = {
  unitName: '云溪县望溪宾馆有限公司',
  unitCode: '91999921YYYY10026N',
  responsible: '沈一鸣',
  contactName: '沈一鸣',
  contactMobile: '19900000004',
  premises: '云溪县碧云街道望溪路 20 号',
  placeKind: 'lodging',
  activities: '住宿',
  area: 1860,
  hasCentralAir: false,
  employees: 24,
};

export const soleProprietorForm: FormData = {
  tradeName: '云溪县柳浦镇小满面馆',
  premises: '云溪县柳浦镇河沿街 6 号',
  scope: '小餐饮店（三小行业）。',
  proprietorName: '田淑兰',
  proprietorId: '99992119010315102X',
  composition: 'person',
  capital: 8,
  employees: 2,
  isByAgent: false,
  contactName: '田淑兰',
  contactMobile: '19900000001',
};

export const fireForm: FormData = {
  placeName: '云溪县柳浦镇小满面馆',
  premises: '云溪县柳浦镇河沿街 6 号',
  area: 80,
  floors: '1层',
  hasShow: false,
  responsible: '田淑兰',
  contactName: '田淑兰',
  contactMobile: '19900000001',
};

export const jointForm: FormData = {
  builder: '云溪县青石置业有限公司',
  builderCode: '91999921YYYY10018U',
  projectName: '青石花园三期 5 号住宅楼',
  projectAddress: '云溪县碧云街道望溪路 18 号',
  buildingArea: 12860,
  planningPermit: '云规建字2025-031',
  fireGrade: '2',
  hasShelter: true,
  shelterArea: 1200,
  contactName: '欧阳晓雨',
  contactMobile: '19900000003',
};

/** The sections of a sole proprietor's registration, as the public site asks them. */
export const soleProprietorSections = {
  business: [
    { title: '名称', text: '云溪县柳浦镇小满面馆' },
    { title: '经营场所', text: '云溪县柳浦镇河沿街 6 号' },
    { title: '经营范围', text: '小餐饮店（三小行业）；预包装食品销售。' },
  ],
  operator: [{ title: '组成形式', choice: '个人经营' }],
  size: [
    { title: '资金数额', text: '8' },
    { title: '从业人数', text: '2' },
  ],
  contact: [{ title: '是否委托他人办理', choice: '否' }],
} as const satisfies Record<string, readonly PageAnswer[]>;

export interface FilingOptions {
  /** Materials that may come later, handed in at once all the same. */
  readonly early?: readonly string[];
  /** Materials in whose place the applicant gives a commitment 告知承诺. */
  readonly committed?: readonly string[];
}

/** Files an application through the programming interface, with every required page. */
export async function fileCase(
  applicant: Connection,
  itemCode: (typeof items)[keyof typeof items],
  form: FormData,
  { early = [], committed = [] }: FilingOptions = {},
): Promise<FilingReceipt> {
  const { draftId } = await applicant.send<DraftView>('POST', '/api/my/drafts', { itemCode });
  const item = await applicant.get<ItemDefinition>(`/api/items/${itemCode}`);
  const materials = await Promise.all(
    item.materials
      .filter(({ id, necessity, when }) => {
        const isAsked = when === undefined || isDue(when, form);
        return isAsked && (necessity === 'required' || early.includes(id));
      })
      .map(async ({ id, carrier }) => {
        if (committed.includes(id)) {
          return { materialId: id, pages: [], isOnPaper: false, isCommitted: true };
        }
        if (carrier === 'paper') return { materialId: id, pages: [], isOnPaper: true };
        const query = new URLSearchParams({ itemCode, materialId: id });
        const page = await jpegPage(id);
        const { body } = await applicant.upload<FilePage>(
          `/api/my/uploads?${query}`,
          'a.jpg',
          page,
        );
        return {
          materialId: id,
          pages: [{ sha256: body.sha256, name: body.name }],
          isOnPaper: false,
        };
      }),
  );
  const path = `/api/my/drafts/${draftId}`;
  const { problems } = await applicant.send<DraftView>('PATCH', path, { form, materials });
  if (problems.length > 0) throw new Error(problems.map(({ text }) => text).join('\n'));
  return applicant.send<FilingReceipt>('POST', `${path}/file`);
}
