import type { Words } from '../../../domain/languages.ts';
import type { ProblemWord } from '../../../functions/_http/problem.ts';

/**
 * What a problem with a request says to a person at a form: what is the matter and what to do next, in their language. Only those that
 * a person can meet or mend are here; any other is a mistake of the program that asked. `PROBLEMS` says the same to programs, and
 * `REFUSAL_WORDS` what the rules of a case refuse.
 */
export const PROBLEM_SENTENCES = {
  'not-found': [
    'Aquí no hay nada, o nada que usted pueda ver. Revise la dirección.',
    'Não há nada aqui, ou nada que você possa ver. Confira o endereço.',
    'There is nothing here, or nothing that you may see. Check the address.',
  ],
  'request-timeout': [
    'El envío tardó demasiado. Envíelo de nuevo: nada se hace dos veces.',
    'O envio demorou demais. Envie novamente: nada é feito duas vezes.',
    'Sending took too long. Send it again: nothing is done twice.',
  ],
  'gateway-timeout': [
    'La respuesta no llegó a tiempo, y quizá lo enviado ya quedó hecho. Envíelo de nuevo: nada se hace dos veces.',
    'A resposta não chegou a tempo, e talvez o enviado já esteja feito. Envie novamente: nada é feito duas vezes.',
    'No answer came in time; what you sent may have been done. Send it again: nothing is done twice.',
  ],
  busy: [
    'El sistema está arrancando. Envíe esto de nuevo en un momento.',
    'O sistema está iniciando. Envie isto novamente em um instante.',
    'The system is starting. Send this again in a moment.',
  ],
  'outside-failure': [
    'Un servicio del que dependemos no responde. No se perdió nada; envíe esto de nuevo en un momento.',
    'Um serviço do qual dependemos não responde. Nada se perdeu; envie isto novamente em um instante.',
    'A service that we depend on does not answer. Nothing is lost; send this again in a moment.',
  ],
  'internal-error': [
    'Fue un error nuestro, y ya quedó anotado. Nada quedó registrado; envíe esto de nuevo más tarde.',
    'O erro foi nosso, e já ficou anotado. Nada foi registrado; envie isto novamente mais tarde.',
    'We made a mistake, and were told of it. Nothing was acknowledged; send this again later.',
  ],
  'token-missing': [
    'Para esto hay que ingresar. Ingrese y envíelo de nuevo.',
    'Para isto é preciso entrar. Entre e envie novamente.',
    'This asks you to sign in. Sign in and send it again.',
  ],
  'token-invalid': [
    'Su sesión terminó. Ingrese de nuevo; no se perdió lo que escribió.',
    'A sua sessão terminou. Entre novamente; não se perdeu o que você escreveu.',
    'Your session has ended. Sign in again; what you wrote is not lost.',
  ],
  'body-too-large': [
    'Lo que envía es demasiado grande. Acórtelo, o divídalo en varios envíos.',
    'O que você envia é grande demais. Encurte, ou divida em vários envios.',
    'What you send is too large. Shorten it, or send it in parts.',
  ],
  'body-malformed': [
    'El texto trae algún carácter dañado. Borre lo que haya pegado de otro lugar y vuelva a escribirlo.',
    'O texto traz algum caractere danificado. Apague o que tenha colado de outro lugar e escreva de novo.',
    'The text holds a broken character. Delete what you pasted from elsewhere and type it again.',
  ],
  'table-malformed': [
    'La tabla no se puede leer. Revise que cada fila tenga las mismas columnas, guárdela como CSV en UTF-8 y envíela de nuevo.',
    'Não é possível ler a tabela. Confira se cada linha tem as mesmas colunas, salve-a como CSV em UTF-8 e envie novamente.',
    'The table cannot be read. Check that each row has the same columns, save it as CSV in UTF-8 and send it again.',
  ],
  'input-invalid': [
    'Hay campos que corregir. Revise los que se señalan y envíe de nuevo.',
    'Há campos a corrigir. Confira os que estão assinalados e envie novamente.',
    'Some fields must be corrected. Check those that are marked and send again.',
  ],
  'query-invalid': [
    'Uno de los filtros no se puede usar. Cámbielo o quítelo.',
    'Um dos filtros não pode ser usado. Mude-o ou retire-o.',
    'One of the filters cannot be used. Change it or take it away.',
  ],
  'cursor-invalid': [
    'No se puede seguir la lista desde aquí. Empiece otra vez desde su primera página.',
    'Não é possível continuar a lista a partir daqui. Comece de novo pela primeira página.',
    'The list cannot go on from here. Start again from its first page.',
  ],
  'idempotency-key-reused': [
    'Lo que envió antes de cambiarlo sí llegó y quedó hecho. Vuelva a cargar la página y revíselo; si además quiere enviar esto, envíelo de nuevo.',
    'O que você enviou antes de mudá-lo chegou e ficou feito. Recarregue a página e confira; se quiser enviar também isto, envie novamente.',
    'What you sent before you changed it did arrive and was done. Load the page again and look at it; to send this as well, send it again.',
  ],
  'version-conflict': [
    'El caso cambió desde que usted lo leyó. Léalo otra vez y decida de nuevo.',
    'O caso mudou desde que você o leu. Leia-o outra vez e decida novamente.',
    'The case has changed since you read it. Read it again, then decide again.',
  ],
  'lost-every-race': [
    'Demasiadas personas escriben en este caso en este momento. Envíe esto de nuevo en un momento.',
    'Há pessoas demais escrevendo neste caso agora. Envie isto novamente em um instante.',
    'Too many others write to this case at this moment. Send this again in a moment.',
  ],
  'feed-exists': [
    'Este calendario ya se creó, y su dirección secreta se muestra una sola vez. Revóquelo y cree otro.',
    'Este calendário já foi criado, e seu endereço secreto é mostrado uma única vez. Revogue-o e crie outro.',
    'This calendar was made already, and its secret address is shown only once. Revoke it and make another.',
  ],
  'too-many-feeds': [
    'Usted ya tiene tantos calendarios como se permiten. Revoque uno que no necesite.',
    'Você já tem tantos calendários quanto se permite. Revogue um de que não precise.',
    'You have as many calendars as anybody may. Revoke one that you do not need.',
  ],
  'endpoint-exists': [
    'Este destino ya se registró, y su secreto se muestra una sola vez. Reemplace el secreto.',
    'Este destino já foi registrado, e seu segredo é mostrado uma única vez. Substitua o segredo.',
    'This endpoint was registered already, and its secret is shown only once. Replace the secret.',
  ],
  'endpoint-url-refused': [
    'A esta dirección no se envía nada. Dé una que empiece con https, de un nombre público y sin contraseña.',
    'Nada é enviado a este endereço. Dê um que comece com https, de um nome público e sem senha.',
    'Nothing is sent to this address. Give one that begins with https, of a public name and without a password.',
  ],
  'too-many-endpoints': [
    'Ya hay tantos destinos como se permiten. Cambie la dirección de uno que ya no haga falta.',
    'Já há tantos destinos quanto se permite. Mude o endereço de um que já não seja necessário.',
    'There are as many endpoints as there may be. Let one that is no longer needed lead elsewhere.',
  ],
  'pings-too-many': [
    'A un destino se le envía un mensaje de prueba por minuto. Espere un momento y pruebe de nuevo.',
    'A um destino é enviada uma mensagem de teste por minuto. Aguarde um instante e teste novamente.',
    'An endpoint is sent one test message a minute. Wait a moment and try again.',
  ],
  'confirmation-unknown': [
    'Ninguna dirección espera este código: puede ser otro, haber vencido o haberse enviado uno nuevo. Pida otro.',
    'Nenhum endereço espera este código: pode ser outro, ter vencido ou um novo ter sido enviado. Peça outro.',
    'No address waits for this code: it is another one, a newer one was sent, or its time is over. Ask for a new one.',
  ],
  'confirmations-too-many': [
    'A una dirección se le envía un código por minuto, y cinco al día. Espere y pídalo de nuevo.',
    'A um endereço é enviado um código por minuto, e cinco por dia. Aguarde e peça novamente.',
    'An address is sent one code a minute, and five a day at most. Wait, then ask for it again.',
  ],
  'report-pdf-awaited': [
    'El informe está publicado y su PDF se está preparando. Vuelva en un momento; la página dice lo mismo.',
    'O relatório está publicado e seu PDF está sendo preparado. Volte em um instante; a página diz o mesmo.',
    'The report is published and its PDF is being made. Come back in a moment; the page says the same.',
  ],
  'report-pdf-unavailable': [
    'De este informe no se hace PDF. Léalo en su página, que dice lo mismo.',
    'Não se faz PDF deste relatório. Leia-o na página, que diz o mesmo.',
    'No PDF is made of this report. Read it on its page, which says the same.',
  ],
  'verification-code-mistyped': [
    'Ese código tiene algún error: revíselo letra por letra. Son dieciséis letras y números.',
    'Esse código tem algum erro: confira letra por letra. São dezesseis letras e números.',
    'Something in this code is wrong: check it letter by letter. It has sixteen letters and digits.',
  ],
} satisfies Partial<Record<ProblemWord, Words>>;
