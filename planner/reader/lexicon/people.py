"""Who asks and who is answered: the public, or people of the house."""

PUBLIC = frozenset(
    "customers customer guests guest clients client passengers passenger callers caller shoppers visitors visitor tenants tenant subscribers subscriber policyholders "
    "policyholder parents members member users user travellers travelers riders residents citizens buyers fans readers players hikers patients owners donors "
    "pupils applicants borrowers bidders listeners campers drivers farmers landlords viewers fans skiers swimmers diners merchants households consumers public people sellers followers "
    "attendees exhibitors taxpayers neighbours kunden kundinnen gaste mieter burger patienten landwirte clients locataires citoyens usagers clientes huespedes pacientes usuarios "
    "ciudadanos hospedes clienti ospiti pazienti cittadini klanten gasten huurders patienten bewoners shopper claimants insured participants students learners anglers cyclists leads prospects "
    "retailers dealers brokers hosts leaseholders homeowners entrants runners growers".split()
)
STAFF = frozenset(
    "staff employees employee colleagues nurses engineers crew technicians technician mechanics mechanic workers teachers operators clerks clerk volunteers pharmacists "
    "doctors forwarders lawyers caseworkers advisers advisors operatives foremen fitters welders pilots sailors analysts developers managers recruiters dispatchers "
    "surveyors inspectors trainees apprentices librarians paramedics midwives carers scientists researchers auditors planners buyers-internal salespeople reps we us our-team team teams "
    "mitarbeiter kollegen pfleger techniker employes collegues salaries empleados companeros dipendenti colleghi medewerkers collega monteurs everyone department departments accountants "
    """
        cooks chefs beekeepers electricians plumbers installers underwriters paralegals partners consultants
        officers secretaries conductors stewards soldiers firefighters workshop foreman
    """.split()
)
"""Words for people who work for the user."""
