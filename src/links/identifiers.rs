//! Parameters that name one click or one person. They are made for one visit; pasted into a link that
//! many people follow, they credit or expose the wrong one.
//!
//! As of 2026-11. Google: <https://support.google.com/google-ads/answer/9744275>, Microsoft:
//! <https://help.ads.microsoft.com/apex/index/3/en/60000>, Marketo's `mkt_tok`:
//! <https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/email-marketing/general/functions-in-the-editor/edit-elements-in-an-email>,
//! HubSpot: <https://knowledge.hubspot.com/reports/what-cookies-does-hubspot-set-in-a-visitor-s-browser>.

/// Who sets a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Platform {
    /// Google Ads and Google Marketing Platform.
    Google,
    /// Microsoft Advertising.
    Microsoft,
    /// Facebook and Instagram; also set on clicks nobody paid for.
    Meta,
    /// LinkedIn.
    LinkedIn,
    /// TikTok.
    TikTok,
    /// X, formerly Twitter.
    X,
    /// Pinterest.
    Pinterest,
    /// Snapchat.
    Snapchat,
    /// Reddit.
    Reddit,
    /// Quora.
    Quora,
    /// Yandex.
    Yandex,
    /// Yahoo.
    Yahoo,
    /// Outbrain.
    Outbrain,
    /// Taboola.
    Taboola,
    /// Affiliate networks: Impact, Awin, CJ.
    Affiliate,
    /// Adobe Marketo Engage.
    Marketo,
    /// HubSpot.
    HubSpot,
    /// Mailchimp.
    Mailchimp,
    /// Klaviyo.
    Klaviyo,
    /// Salesforce Marketing Cloud and Account Engagement.
    Salesforce,
    /// Oracle Eloqua.
    Eloqua,
    /// ActiveCampaign.
    ActiveCampaign,
    /// Other mailing systems.
    OtherMail,
}

const CLICK_IDS: &[(&str, Platform)] = &[
    ("gclid", Platform::Google),
    ("gbraid", Platform::Google),
    ("wbraid", Platform::Google),
    ("dclid", Platform::Google),
    ("gclsrc", Platform::Google),
    ("gad_source", Platform::Google),
    ("gad_campaignid", Platform::Google),
    ("srsltid", Platform::Google),
    ("_gl", Platform::Google),
    ("msclkid", Platform::Microsoft),
    ("fbclid", Platform::Meta),
    ("igshid", Platform::Meta),
    ("igsh", Platform::Meta),
    ("li_fat_id", Platform::LinkedIn),
    ("ttclid", Platform::TikTok),
    ("twclid", Platform::X),
    ("epik", Platform::Pinterest),
    ("sccid", Platform::Snapchat),
    ("rdt_cid", Platform::Reddit),
    ("qclid", Platform::Quora),
    ("yclid", Platform::Yandex),
    ("ysclid", Platform::Yandex),
    ("vmcid", Platform::Yahoo),
    ("obclickid", Platform::Outbrain),
    ("dicbo", Platform::Outbrain),
    ("tblci", Platform::Taboola),
    ("irclickid", Platform::Affiliate),
    ("awc", Platform::Affiliate),
    ("cjevent", Platform::Affiliate),
];

const PERSONAL_TOKENS: &[(&str, Platform)] = &[
    ("mkt_tok", Platform::Marketo),
    ("_hsenc", Platform::HubSpot),
    ("_hsmi", Platform::HubSpot),
    ("__hstc", Platform::HubSpot),
    ("__hssc", Platform::HubSpot),
    ("__hsfp", Platform::HubSpot),
    ("hsctatracking", Platform::HubSpot),
    ("mc_eid", Platform::Mailchimp),
    ("mc_cid", Platform::Mailchimp),
    ("_ke", Platform::Klaviyo),
    ("_kx", Platform::Klaviyo),
    ("sfmc_sub", Platform::Salesforce),
    ("sfmc_id", Platform::Salesforce),
    ("pi_ad_id", Platform::Salesforce),
    ("elqtrackid", Platform::Eloqua),
    ("elq", Platform::Eloqua),
    ("elqtrack", Platform::Eloqua),
    ("vgo_ee", Platform::ActiveCampaign),
    ("_bta_tid", Platform::OtherMail),
    ("_bta_c", Platform::OtherMail),
    ("trk_contact", Platform::OtherMail),
    ("trk_sid", Platform::OtherMail),
    ("oly_enc_id", Platform::OtherMail),
    ("oly_anon_id", Platform::OtherMail),
    ("ml_subscriber", Platform::OtherMail),
    ("ml_subscriber_hash", Platform::OtherMail),
    ("rb_clickid", Platform::OtherMail),
    ("bsft_uid", Platform::OtherMail),
    ("__s", Platform::OtherMail),
];

fn look_up(list: &[(&str, Platform)], name: &str) -> Option<Platform> {
    list.iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, platform)| *platform)
}

/// The platform that sets this parameter to recognise one click.
pub fn click_id(name: &str) -> Option<Platform> {
    look_up(CLICK_IDS, name)
}

/// The platform that sets this parameter to recognise one person.
pub fn personal_token(name: &str) -> Option<Platform> {
    look_up(PERSONAL_TOKENS, name)
}
