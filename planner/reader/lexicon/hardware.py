"""GPUs, clouds, regions and the ways to run on many machines."""

import re

GPU = re.compile(
    r"^(?:a100|a10g?|a30|a40|h100|h200|h800|b100|b200|gb200|gh200|v100|p100|t4|l4|l40s?|k80|mi\d{3}x?|a2|a16|a6000|a5000|a4000|a4500|a2000|a800|"
    r"m[1-4]|gaudi\d?|trn\d|tpu|w7900|rtx|gtx|quadro|tesla|geforce|radeon|titan|rx)s?$"
)
LINES = frozenset(("rtx", "gtx", "tesla", "geforce", "quadro", "radeon", "titan", "nvidia", "rx"))
CONSUMER = re.compile(r"^(?:[1-5]0[5-9]0(?:ti|super)?|[1-9]\d{3}|a\d{4}|6000|4000|5000|2000|8000|t\d{3,4})s?$")

WHERE: dict[str, str] = {
    "ray": "ray cluster; ray; kuberay; on ray; ray train",
    "kubernetes": "kubernetes; k8s; kube; eks; gke; aks; openshift; kubernetes cluster; k8; kubernetes*; rancher",
    "local": """
        locally; local machine; local; this machine|computer|laptop|pc|box|server;
        my|our own pc|laptop|computer|machine|machines|server|servers|workstation|box|hardware|cluster|hall|basement|computers|gpu|gpus|rig|premises|data|infrastructure;
        my|our|the|one|this laptop|workstation|pc|desktop|macbook|mac|imac; right here; in house; inhouse;
        on premises; on prem; on premise; onprem; own hardware; our own hall; server room;
        our own data centre|center; in our ?own data centre|center|building|basement|server|cellar; on site;
        onsite; auf unserem|unseren eigenen server*|rechner*; eigene* server*|rechner*|hardware; lokal;
        vor ort; im haus; localement; en local; sur nos ?propres serveurs|machines|ordinateurs; sur place;
        localmente; en nuestros ?propios servidores|ordenadores; nos nossos ?proprios servidores|computadores;
        in locale; sui nostri server|computer; op onze eigen servers|computers|hardware; lokaal; workshop pc;
        machine under my desk; under my|the desk; our server|servers|computers|computer|machine|machines;
        in the building; on the machine we have
    """,
}  # fmt: skip

CLOUDS = frozenset(
    """
        aws azure gcp google ovh hetzner scaleway oracle ibm lambda coreweave runpod vastai digitalocean
        ovhcloud ionos exoscale
    """.split()
)
REGION = re.compile(
    r"^(?:(?:us|eu|ap|ca|sa|me|af|cn|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:east|west)?-?\d[a-d]?|"
    r"(?:europe|us|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)\d(?:-[a-d])?|"
    r"(?:west|north|south|east|central|uk|france|germany|switzerland|norway|sweden|poland|japan|korea|australia|canada|brazil|southeast|italy|spain|uae|qatar|israel)"
    r"(?:europe|us|us2|us3|uk|central|north|south|west|westcentral|northcentral|southcentral|east|east2|eastasia|asia|southeast|india|central2|n|northeast)\d?|fr-par(?:-\d)?|nl-ams(?:-\d)?|pl-waw(?:-\d)?|fsn1|nbg1|hel1)$"
)
PLACES: dict[str, str] = {
    "germany": "germany", "deutschland": "germany", "france": "france", "spain": "spain", "italy": "italy", "netherlands": "netherlands", "holland": "netherlands",
    "ireland": "ireland", "sweden": "sweden", "finland": "finland", "norway": "norway", "denmark": "denmark", "poland": "poland", "austria": "austria",
    "switzerland": "switzerland", "belgium": "belgium", "portugal": "portugal", "uk": "uk", "europe": "europe", "eu": "eu", "usa": "us", "us": "us", "canada": "canada",
    "japan": "japan", "singapore": "singapore", "india": "india", "australia": "australia", "brazil": "brazil", "frankfurt": "frankfurt", "paris": "paris",
    "dublin": "dublin", "london": "london", "stockholm": "stockholm", "zurich": "zurich", "iceland": "iceland", "estonia": "estonia", "czechia": "czechia",
    "luxembourg": "luxembourg", "amsterdam": "amsterdam", "milan": "milan", "madrid": "madrid", "sydney": "sydney", "tokyo": "tokyo", "mumbai": "mumbai", "greece": "greece", "korea": "korea",
    "hungary": "hungary", "romania": "romania", "mexico": "mexico", "quebec": "quebec", "virginia": "virginia", "oregon": "oregon", "warsaw": "warsaw", "vienna": "vienna", "helsinki": "helsinki", "oslo": "oslo",
}  # fmt: skip
EUROPE = frozenset(PLACES.values()) - {
    "us",
    "canada",
    "japan",
    "singapore",
    "india",
    "australia",
    "brazil",
    "sydney",
    "tokyo",
    "mumbai",
    "korea",
    "mexico",
    "quebec",
    "virginia",
    "oregon",
}
OVERSEAS = re.compile(
    r"^(?:us|ap|ca|sa|me|af|cn|il|mx|asia|australia|northamerica|southamerica|africa)-|^(?:east|west|central|north|south)us"
)
