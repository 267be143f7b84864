import type { DesignerHome, NewDesignDraft } from '@yichuang/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import type { Lifecycle } from '../model/new-node.ts';

interface NewDraftDialogProps {
  readonly organisations: DesignerHome['organisations'];
  readonly onClose: () => void;
}

/** Three answers and one is drawing: what, whose, for whom. A BPMN file may be the beginning. */
export function NewDraftDialog({ organisations, onClose }: NewDraftDialogProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [orgId, setOrgId] = useState(organisations[0]?.id ?? '');
  const [lifecycle, setLifecycle] = useState<Lifecycle>('internal');
  const [bpmn, setBpmn] = useState<{ readonly name: string; readonly xml: string }>();
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const nameProblem = name.trim() === '' ? t('designer.nameMissing') : undefined;
  const orgProblem = orgId === '' ? t('designer.orgMissing') : undefined;
  const create = async () => {
    setIsChecked(true);
    if (nameProblem !== undefined || orgProblem !== undefined) return;
    setIsSending(true);
    setError(undefined);
    const common = { name: name.trim(), orgId, lifecycle };
    const wanted: NewDesignDraft =
      bpmn === undefined ? { blank: common } : { bpmn: { ...common, xml: bpmn.xml } };
    try {
      const { draftId } = await designerApi.create(wanted);
      await navigate({ to: '/designer/$draftId', params: { draftId } });
    } catch (caught) {
      setError(caught);
      setIsSending(false);
    }
  };
  return (
    <Modal
      open
      title={t('designer.newTitle')}
      okText={t('designer.begin')}
      cancelText={t('act.cancel')}
      okButtonProps={{ loading: isSending }}
      onOk={() => void create()}
      onCancel={onClose}
      width={560}
    >
      <Field label={t('designer.itemName')} problem={isChecked ? nameProblem : undefined}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            placeholder={t('designer.itemNameExample')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('designer.org')} problem={isChecked ? orgProblem : undefined}>
        {(control) => (
          <Select
            {...control}
            showSearch
            className="wide"
            value={orgId === '' ? null : orgId}
            options={organisations.map(({ id, name: label }) => ({ value: id, label }))}
            optionFilterProp="label"
            onChange={(id: string | null) => setOrgId(id ?? '')}
          />
        )}
      </Field>
      <ChoiceField
        label={t('designer.forWhom')}
        choices={(['internal', 'licensing'] as const).map((value) => ({
          value,
          title: t(`designer.lifecycle.${value}`),
          hint: t(`designer.lifecycleHint.${value}`),
        }))}
        value={lifecycle}
        onChange={setLifecycle}
      />
      <p className="quiet">
        {bpmn === undefined ? t('designer.bpmnLead') : t('import.chosen', bpmnWords(bpmn))}{' '}
        <FileButton
          label={t('designer.bpmnFile')}
          accept=".bpmn,.xml,application/xml,text/xml"
          size="small"
          onChoose={(file) => void file.text().then((xml) => setBpmn({ name: file.name, xml }))}
        >
          {t('designer.bpmnChoose')}
        </FileButton>
      </p>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Modal>
  );
}

function bpmnWords({ name, xml }: { readonly name: string; readonly xml: string }) {
  return { name, size: `${Math.ceil(xml.length / 1024)} KB` };
}
