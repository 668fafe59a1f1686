/**
 * Legal forms of companies and associations, as one word without dots or spaces: of Latin America first, then of those who come from
 * elsewhere. They say how an organisation is set up, never which one it is.
 */
const FORMS = `
  sa sadecv sab sabdecv sapi sapidecv sapib sapibdecv saded sade
  sderl sderldecv sderlmi sderlmidecv srl srldecv sdrl sdrldecv rl rldecv
  sc scdecv scdr scdrl scderl scderldecv scp sccl ac acdecv iap abp spr sprderl sprderldecv sss sofom sofomer sofomenr sofomesr
  snc sncdecv senc sencs sencdecv sencporacciones sencpora scs sca scpora
  cpora cxa cporacciones companiaporacciones ca caltda
  sas sasbic sabic bic esp saesp sasesp saspem eu ei ep sae saeca saca saci sacif sacifia saic saci saa sac srltda scrl scrltda
  eirl eirlcom spa sgr sau saau srlu slu sl sll slne
  ltda ltd limitada cialtda cia compania cialimitada companialimitada sociedadlimitada
  ltdame ltdaepp me epp mei eireli eirelime eireliepp ss ssltda sociedadeanonima sociedadelimitada
  microempresa empresadepequenoporte microempreendedorindividual
  sociedadanonima sociedadanonimadecapitalvariable sociedadanonimabursatil sociedadanonimabursatildecapitalvariable
  sociedadanonimapromotoradeinversion sociedadanonimapromotoradeinversiondecapitalvariable
  sociedadderesponsabilidadlimitada sociedadderesponsabilidadlimitadadecapitalvariable
  sociedadporaccionessimplificada sociedadporacciones sociedadencomandita sociedadencomanditasimple
  sociedadencomanditaporacciones sociedadennombrecolectivo sociedadcivil asociacioncivil
  sociedadanonimacerrada sociedadanonimaabierta sociedadcooperativa
  empresaindividualderesponsabilidadlimitada institucionestatalprivada institucionasistenciaprivada
  inc incorporated llc lc llp lp ltdco coltd coltda coinc co corp corporation corporacion limited plc pc pllc company
  pteltd ptyltd pvtltd
  gmbh gmbhcokg ag kg ug ohg ev bv nv cv sarl sarlu eurl scop oy oyj ab asa aps kft zrt doo dd kk
`;

export const LEGAL_FORMS: ReadonlySet<string> = new Set(FORMS.split(/\s+/).filter((form) => form !== ''));

/** A form is taken from the front of a name only where it cannot well be a word of it. */
export const LEADING_FORM_LENGTH_MIN = 4;

/** Words that say what a company does or how it calls itself, and so many do that one of them alone names nobody. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `
  constructora construcciones construccion construtora construcoes constructor constructores edificaciones obras
  comercializadora comercial comercio distribuidora distribuciones distribuidor importadora exportadora proveedora proveedores
  servicios servicio servicos suministros soluciones solucoes sistemas tecnologia tecnologias
  ingenieria ingenieros engenharia arquitectura arquitectos consultora consultores consultoria consultorias asesores asesoria asesorias
  grupo empresa empresas empreendimentos emprendimientos consorcio corporacion corporativo compania cia sociedad asociacion asociados
  associados cooperativa fundacion instituto inmobiliaria inversiones inversora industria industrias industrial agricola
  proyectos projetos transporte transportes logistica mantenimiento limpieza seguridad alimentos laboratorio laboratorios farmacia
  hermanos hijos internacional international nacional general generales integral integrales global group company services
  construction constructions consulting engineering supplies solutions trading
  gobierno ministerio secretaria municipio municipalidad ayuntamiento alcaldia prefeitura hospital universidad
`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that join others: alone they tell nobody apart. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  'de del la las el los lo en para por con do da dos das em o a of the for'.split(' '),
);

/** `&`, `y`, `e`, `and`: written one way or another, or left out. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(['y', 'e', 'and', 'et', 'und']);
