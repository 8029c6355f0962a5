"""Places where data is kept that cannot be opened from here."""

PLACES = """
    sharepoint; share point; google drive; gdrive; g drive; onedrive; one drive; dropbox; box com; notion;
    confluence; jira; salesforce; hubspot; zendesk; freshdesk; intercom; icloud;
    teams channel|folder|chat|site; ms teams; microsoft teams; servicenow; service now; our crm; the crm;
    our erp; the erp; sap; snowflake; bigquery; databricks; airtable; evernote; google docs; google sheets;
    gmail; outlook; exchange server; our intranet; the intranet; dms; document management system; file server;
    shared drive; network drive; our database; the database; data warehouse; datev; dynamics; sap system;
    our ticket system; ticketing system; the ticket system; our helpdesk system|tool; web drive; trello; asana;
    workday; our mailbox|mailboxes; the mailbox; nextcloud; alfresco; docusign; m365; office 365;
    google workspace; our wiki; company wiki; our archive; slack; our cms; the cms; case management system;
    sharepoint site; our portal; cloud drive; cloud folder; usb stick; hard drive; filing cabinet; lotus notes;
    our server; laptop|computer|pc|notebook|phone|tablet of; <word> laptop|notebook; pc of; usb|memory|thumb drive|stick|key;
    external hard drive|disk|disc; filing|file cabinet|cabinets; paper form; on paper; in|on binders|folders ?in; cellar; basement; attic; cupboard;
    sharepoint|teams|webdav|ftp|sftp server|site|space|library; notion space; practice|hospital|booking|property software|system; pms; emr; ehr;
    monday com; clickup; basecamp; zoho; odoo; pipedrive; typeform; mailchimp; shopify; woocommerce; moodle; blackboard; github issues; gitlab;
    telegram|whatsapp|signal|viber|messenger app|group|groups; our|the phones; voicemail; answering machine; web mail; webmail; the forum;
    the portal; extranet; vpn; sql server; mysql; postgres; oracle; mongodb; redshift; elastic; kibana; splunk; s drive; z drive; h drive
"""
