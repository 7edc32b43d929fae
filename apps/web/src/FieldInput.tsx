/** One field of a form, by what it holds. */
import { useHere, useSay, useWords } from "./here.tsx"
import { BookedForInput } from "./BookedForInput.tsx"
import { usePublished } from "./scenes/mine/competences.ts"
import { emptyOf, type Inputs, lineOf } from "./filling.ts"
import type { Field } from "./house.ts"
import { schoolNow } from "./clock.ts"
import { Icon } from "./Icon.tsx"
import { NameInput } from "./NameInput.tsx"
import { PointerInput } from "./PointerInput.tsx"
import { isCompetence, isPointer } from "./references.ts"

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null

export const FieldInput = (inputs: Inputs) => {
  const { fault, field, id, machine, onChange, value } = inputs
  const line = lineOf(value)
  const { language } = useHere()
  const say = useSay()
  const words = useWords(machine)
  const { kind } = field
  const label = words.field(field.name)
  const isOptional = field.optional === true || field.nullable === true
  const optional = isOptional && <span className="soft small"> {say("(hoeft niet)", "(optional)")}</span>
  const described = `${id}-help`
  const common = {
    id,
    "aria-describedby": described,
    ...(fault !== undefined && { "aria-invalid": true as const })
  }
  const help = (text?: string) => (
    <span className="help" id={described}>
      <span className={fault === undefined ? "" : "fault"}>{fault ?? text ?? ""}</span>
      {field.max !== undefined && typeof value === "string" && (
        <span aria-hidden="true">
          {value.length} / {field.max}
        </span>
      )}
    </span>
  )
  const change = (event: { readonly target: { readonly value: string } }) => onChange(event.target.value)
  const wrap = (input: React.ReactNode, text?: string) => (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional}
      </label>
      {input}
      {help(text)}
    </div>
  )

  // What is new has a name that nobody needs to see.
  if (field.isNew === true && line !== "") return null

  switch (kind.is) {
    case "person":
      return wrap(<PersonInput {...common} value={line} onChange={onChange} />)
    case "day":
      return wrap(<input type="date" {...common} value={line} onChange={change} />)
    case "time":
      return wrap(<input type="time" {...common} value={line} onChange={change} />)
    case "moment":
      return wrap(<input type="datetime-local" {...common} value={line} onChange={change} />)
    case "year":
      return wrap(
        <select {...common} value={line} onChange={change}>
          <option value="">{say("Kies …", "Choose …")}</option>
          {years().map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      )
    case "words":
      return wrap(
        (field.max ?? 280) > 100 ? (
          <textarea rows={3} maxLength={field.max} {...common} value={line} onChange={change} />
        ) : (
          <input maxLength={field.max} {...common} value={line} onChange={change} />
        )
      )
    case "number":
      return wrap(
        <input
          type="number"
          inputMode="decimal"
          step="any"
          min={kind.min}
          max={kind.max}
          {...common}
          value={line}
          onChange={change}
        />,
        kind.min !== undefined && kind.max !== undefined
          ? say(`Van ${kind.min} tot en met ${kind.max}.`, `From ${kind.min} to ${kind.max}.`)
          : undefined
      )
    case "yes":
      return (
        <div>
          <label className="option">
            <input type="checkbox" {...common} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
            {label}
          </label>
          {help()}
        </div>
      )
    case "choice":
      return kind.of.length <= 6 ? (
        <fieldset className="field" aria-describedby={described}>
          <legend>
            {label}
            {optional}
          </legend>
          <div className="options">
            {kind.of.map((one, n) => (
              <label className="option" key={one}>
                <input
                  type="radio"
                  id={n === 0 ? id : undefined}
                  name={id}
                  checked={value === one}
                  onChange={() => onChange(one)}
                />
                {one === "true" ? say("ja", "yes") : words.choice(field.name, one)}
              </label>
            ))}
          </div>
          {help()}
        </fieldset>
      ) : (
        wrap(
          <select {...common} value={line} onChange={change}>
            <option value="">{say("Kies …", "Choose …")}</option>
            {kind.of.map((one) => (
              <option key={one} value={one}>
                {words.choice(field.name, one)}
              </option>
            ))}
          </select>
        )
      )
    case "group":
      return isCompetence(kind.of) ? (
        wrap(<CompetenceInput {...common} value={value} onChange={onChange} />)
      ) : isPointer(kind.of) ? (
        wrap(<PointerInput {...common} machine={machine} of={kind.of} value={value} onChange={onChange} />)
      ) : (
        <fieldset className="card plain stack">
          <legend>
            {label}
            {optional}
          </legend>
          {!isGroup(value) ? (
            <button
              type="button"
              className="button small"
              onClick={() => onChange(Object.fromEntries(kind.of.map((inner) => [inner.name, emptyOf(inner)])))}
            >
              {say("Invullen", "Fill in")}
            </button>
          ) : (
            kind.of.map((inner) => (
              <FieldInput
                key={inner.name}
                {...inputs}
                id={`${id}-${inner.name}`}
                field={inner}
                fault={undefined}
                value={value[inner.name]}
                onChange={(told) => onChange({ ...value, [inner.name]: told })}
              />
            ))
          )}
          {help()}
        </fieldset>
      )
    case "list":
      return <ListInput {...inputs} kind={kind} label={label} help={help()} language={language} />
    case "name":
      return wrap(
        machine === "TimeBudget" && inputs.command === "Book" ? (
          <BookedForInput {...inputs} common={common} />
        ) : (
          <NameInput {...inputs} common={common} />
        )
      )
    case "text":
      return wrap(<input {...common} maxLength={field.max} value={line} onChange={change} />)
    case "record":
      // What stands under a name of each is asked by a face of its own.
      return null
  }
}

const years = () => {
  const now = new Date(schoolNow())
  const first = now.getFullYear() - (now.getMonth() < 7 ? 1 : 0)
  return [first - 1, first, first + 1].map((year) => `${year}-${year + 1}`)
}

const CompetenceInput = ({
  onChange,
  value,
  ...common
}: {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) => {
  const { language } = useHere()
  const say = useSay()
  const published = usePublished()
  const refs = published.flatMap(({ competences, framework, version }) =>
    competences.map(({ id, name }) => ({ ref: { competence: id, of: { framework, version } }, name: name[language] }))
  )
  return (
    <select
      {...common}
      value={refs.findIndex(({ ref }) => JSON.stringify(ref) === JSON.stringify(value))}
      onChange={(event) => onChange(refs[Number(event.target.value)]?.ref)}
    >
      <option value="-1">{say("Kies …", "Choose …")}</option>
      {refs.map(({ name, ref }, n) => (
        <option key={`${ref.of.framework}/${ref.competence}`} value={n}>
          {name}
        </option>
      ))}
    </select>
  )
}

const PersonInput = ({
  onChange,
  value,
  ...common
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (value: unknown) => void
}) => {
  const { house } = useHere()
  const say = useSay()
  return (
    <select {...common} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say("Kies een collega …", "Choose a colleague …")}</option>
      {house.people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

const ListInput = ({
  help,
  kind,
  label,
  ...inputs
}: Inputs & {
  readonly kind: Extract<Field["kind"], { readonly is: "list" }>
  readonly label: string
  readonly help: React.ReactNode
  readonly language: string
}) => {
  const { field, id, onChange } = inputs
  const { house } = useHere()
  const say = useSay()
  const value: ReadonlyArray<unknown> = Array.isArray(inputs.value) ? inputs.value : []
  if (kind.of.kind.is === "person") {
    return (
      <fieldset className="field">
        <legend>{label}</legend>
        <div className="options">
          {house.people.map((one) => (
            <label className="option" key={one.id}>
              <input
                type="checkbox"
                checked={value.includes(one.id)}
                onChange={(event) => onChange(event.target.checked ? [...value, one.id] : value.filter((id) => id !== one.id))}
              />
              {one.name}
            </label>
          ))}
        </div>
        {help}
      </fieldset>
    )
  }
  return (
    <fieldset className="field stack tight">
      <legend>{label}</legend>
      {value.map((one, n) => (
        // Rows have no name of their own.
        <div className="row" key={n}>
          <div style={{ flex: "1 1 14rem" }}>
            <FieldInput
              {...inputs}
              id={`${id}-${n}`}
              field={kind.of}
              fault={undefined}
              value={one}
              onChange={(told) => onChange(value.map((before, m) => (m === n ? told : before)))}
            />
          </div>
          <button
            type="button"
            className="round"
            aria-label={say("Weghalen", "Remove")}
            onClick={() => onChange(value.filter((_, m) => m !== n))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {(field.max === undefined || value.length < field.max) && (
        <div>
          <button type="button" className="button small" onClick={() => onChange([...value, emptyOf(kind.of)])}>
            {say("Toevoegen", "Add")}
          </button>
        </div>
      )}
      {help}
    </fieldset>
  )
}

// What is pointed at -------------------------------------------------------------------------
