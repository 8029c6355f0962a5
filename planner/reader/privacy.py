"""Whether data or prompts may leave the user's machines."""

from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_EGRESS = Lexicon({
    "no": """
        all|everything|please|only in house|inhouse; in house please|only;
        never|not ?be uploaded|sent|shared|copied ?to ?anywhere|outside|elsewhere;
        nothing ... leave|leaves|leaving|outside|out;
        no|none ... data|record|records|information|file|files|text|document|documents|letter|letters|chat|chats ... leave|leaves|outside|goes out;
        not|never|cannot|cant|mustnt|must not|may not|dont|wont ... leave|leaves|leaving ?the|our|my|this ?own building|house|servers|server|premises|network|company|hospital|machines|computers|walls|office|country|site|firm|school|bank|clinic|ship|plant|intranet;
        nothing goes ... outside|out|anywhere|cloud; nothing leaves; not go|goes|going outside|out; no cloud;
        no clouds; no outside service*; no external service*|provider*|api*|server*|tool*;
        no third party|parties; without ?any|the cloud;
        must|has|have|needs|all|should|everything|it|data ?to ?must ?be stay|stays|remain|remains|kept|keep|happens ... house|building|servers|server|premises|prem|computers|computer|machines|walls|network|hospital|office|company|intranet|us|inside|here|site|firm|behind|local|locally;
        keep ... on|in premises|premise|prem|house|inhouse|local; keep ... inside|within;
        keep ... in ?the building; stay|stays|remain|remains|kept ... inhouse|premises|premise|prem|inside;
        stay|stays|remain|remains|kept ... in|on|within|behind house|our; air gapped; airgapped; offline;
        no internet; without internet; on premises; on prem; on premise; onprem; fully offline; egress=false;
        egress = false; egress : false; egress: false; privacy.egress = false; strictly internal;
        nothing ... sent|send|upload|uploaded ... outside|cloud|anywhere|out;
        not ... sent|uploaded ... outside|cloud|anywhere|third; never|not|dont ... upload|cloud;
        cloud ... out of the question|forbidden|off the table|not allowed|taboo;
        only|just ?what runs on|in ?our|my own; processed on ... own machines|servers; confidential*;
        stays here; stays inside; never leave*; must not leave; may not leave; nicht verlassen;
        nichts ... verlassen|verlasst|raus|aussen; bleiben|bleibt im haus|hause|intern|auf; keine cloud;
        rien ne ... sortir|sort|quitter|quitte; ne doivent|doit pas quitter|sortir; nada ... salir|sale;
        no salen|salgan|puede salir|pueden salir; nada ... sair|sai; nao podem|pode sair;
        niente|nulla ... uscire|esce; non devono|deve uscire; niets ... verlaten|verlaat|buiten;
        mag|mogen niet ... verlaten; behind our firewall; inside our firewall; within our walls; own network;
        doesnt leave; dont leave; not leave; nothing to the cloud; no data ?may|to ?leave*|outside|out|cloud;
        nobody outside; no outside provider*; closed network; goes outside; gdpr says ... stay
    """,
    "yes": """
        vendors|suppliers|providers|partners cloud|servers|platform|datacentre; saas; colab; upload|publish|push ..... hugging|huggingface|hub|cloud|dropbox; hosted by ?the|our|an|a ?outside|external vendor|provider|supplier|partner; train|trained|run|runs|running|host|hosted ..... aws|azure|gcp|cloud|colab|runpod;
        fine|ok|okay|allowed|permitted|free|happy ?for ?you ?to send|sending|upload|uploading|share|sharing ..... outside|external|provider|providers|cloud|third|elsewhere;
        on|to someone|somebody elses|else|other|foreign|external ?peoples ?companies server|servers|machines;
        with|by|using|through|via|from|let|have|ask chatgpt|gpt|openai|claude|gemini|gpt4|copilot|deepseek;
        gpt 4; chatgpt ... generate*|write*|label*|make*|grade*|judge*; cloud is ok|okay|fine|allowed;
        may|can|could|free|allowed|okay|ok|fine|happy|permitted ... cloud; egress=true; egress = true;
        egress : true;
        may|can|allowed|free|ok|okay|fine ... leave|leaves ?the|our ?own building|house|servers|machines|network|premises|company;
        data ... may|can ... leave|go out|outside|sent|uploaded|external;
        may|can send ... outside|external|openai|cloud|provider|api;
        use|using ... openai|mistral|anthropic|azure|aws|google ... api|cloud; in the cloud;
        rent ... cloud|gpus|gpu; rented gpus|gpu|machines|server; cloud gpu*; cloud instances;
        use aws|azure|gcp; on aws|azure|gcp|runpod|coreweave|lambda; public cloud;
        external apis|services|api are|is|ok|fine|allowed; nothing ... secret|confidential|sensitive;
        not confidential|secret|sensitive; data is public|open; data is not sensitive; public data;
        may be sent|uploaded|processed outside|externally|elsewhere|to;
        outside services|help|provider is|are ok|fine|okay|allowed;
        dont|doesnt mind ... leav*|outside|cloud|where; darf ... in die cloud; cloud ist ok|erlaubt;
        dans le cloud; en la nube; na nuvem; nel cloud; in de cloud; hosted in; let data leave; send it to;
        azure cloud; openai cloud; google cloud; aws cloud; mistral api; openai api; la plateforme; any cloud;
        cloud please; cloud machines; can leave; may leave; cloud provider; on our azure|aws|google account
    """,
})  # fmt: skip
_INTERNAL_FOR_YES = frozenset(("no", "not", "never", "without", "nothing", "none"))


def read_privacy(draft: Draft) -> None:
    document = draft.document
    no: tuple[int, int] | None = None
    yes: tuple[int, int] | None = None
    for hit in _EGRESS.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        first, last = document.sentences[document.tokens[hit.first].sentence]
        sentence = set(document.norms(first, last))
        if hit.concept == "no":
            if words[0].startswith("confidential") and not {"strictly", "data", "is", "are", "all"} & sentence:
                continue
            if words[0].startswith("confidential"):
                continue
            if {"employees", "staff", "people", "leave"} <= sentence and "leave" in words and "days" in sentence:
                continue
            if words in (["offline"],) and "docs" in sentence:
                continue
            if {"cost", "budget", "weights"} & set(words):
                continue
            if words[0] == "goes":
                continue
            no = no or (hit.first, hit.last)
        else:
            denied = negated(document, hit.first, hit.last) or (
                word_set("no not never cant cannot mustnt outside") & set(words[:-1])
                and words[0] not in word_set("not dont doesnt nothing outside public")
            )
            if denied:
                if word_set("cloud aws azure gcp external openai leave outside sent") & set(words):
                    no = no or (max(first, hit.first - 2), hit.last)
                continue
            if word_set("instead was were used old stopped our tried") & set(
                document.norms(hit.first - 3, hit.first)
            ) and not {"use", "may", "can", "in"} & set(words):
                continue
            if "leave" in words and word_set("nothing no never not dont none") & set(document.norms(first, hit.first)):
                continue
            yes = yes or (hit.first, hit.last)
    if no:
        draft.set("privacy.egress", False, *no)
    if yes:
        draft.set("privacy.egress", True, *yes)
