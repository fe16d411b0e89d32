//! Generated from the folders of `rules/` by `campaignlint dev generate`.

use super::rule::{BuiltIn, Check};
use crate::diagnostics::Severity;
use crate::workspace::Preset;

#[path = "../../rules/analytics/attribution-bucket-unfed/check.rs"]
mod analytics_attribution_bucket_unfed;
#[path = "../../rules/analytics/attribution-channel-without-bucket/check.rs"]
mod analytics_attribution_channel_without_bucket;
#[path = "../../rules/analytics/attribution-duplicate/check.rs"]
mod analytics_attribution_duplicate;
#[path = "../../rules/analytics/attribution-line-missing/check.rs"]
mod analytics_attribution_line_missing;
#[path = "../../rules/analytics/attribution-pair-not-allowed/check.rs"]
mod analytics_attribution_pair_not_allowed;
#[path = "../../rules/analytics/attribution-referrer-unclear/check.rs"]
mod analytics_attribution_referrer_unclear;
#[path = "../../rules/analytics/attribution-spelling/check.rs"]
mod analytics_attribution_spelling;
#[path = "../../rules/analytics/attribution-value-unknown/check.rs"]
mod analytics_attribution_value_unknown;
#[path = "../../rules/analytics/bucket-contradicts/check.rs"]
mod analytics_bucket_contradicts;
#[path = "../../rules/analytics/campaign-name-hijacks-channel/check.rs"]
mod analytics_campaign_name_hijacks_channel;
#[path = "../../rules/analytics/channel-unintended/check.rs"]
mod analytics_channel_unintended;
#[path = "../../rules/analytics/medium-channel-disagrees/check.rs"]
mod analytics_medium_channel_disagrees;
#[path = "../../rules/analytics/medium-unassigned/check.rs"]
mod analytics_medium_unassigned;
#[path = "../../rules/analytics/offline-channel-unfed/check.rs"]
mod analytics_offline_channel_unfed;
#[path = "../../rules/analytics/pair-attributed-elsewhere/check.rs"]
mod analytics_pair_attributed_elsewhere;
#[path = "../../rules/analytics/pair-attributed-other/check.rs"]
mod analytics_pair_attributed_other;
#[path = "../../rules/analytics/program-without-bucket/check.rs"]
mod analytics_program_without_bucket;
#[path = "../../rules/analytics/tail-ambiguous/check.rs"]
mod analytics_tail_ambiguous;
#[path = "../../rules/analytics/touchpoint-disagrees/check.rs"]
mod analytics_touchpoint_disagrees;
#[path = "../../rules/calendar/cap-contradicts/check.rs"]
mod calendar_cap_contradicts;
#[path = "../../rules/calendar/fiscal-year-missing/check.rs"]
mod calendar_fiscal_year_missing;
#[path = "../../rules/calendar/holiday-invalid/check.rs"]
mod calendar_holiday_invalid;
#[path = "../../rules/calendar/notice-units/check.rs"]
mod calendar_notice_units;
#[path = "../../rules/calendar/send-time-missing/check.rs"]
mod calendar_send_time_missing;
#[path = "../../rules/campaign/asset-expiry/check.rs"]
mod campaign_asset_expiry;
#[path = "../../rules/campaign/channel-without-success/check.rs"]
mod campaign_channel_without_success;
#[path = "../../rules/campaign/clone-residue/check.rs"]
mod campaign_clone_residue;
#[path = "../../rules/campaign/cost/check.rs"]
mod campaign_cost;
#[path = "../../rules/campaign/cost-on-parent/check.rs"]
mod campaign_cost_on_parent;
#[path = "../../rules/campaign/date-implausible/check.rs"]
mod campaign_date_implausible;
#[path = "../../rules/campaign/date-order/check.rs"]
mod campaign_date_order;
#[path = "../../rules/campaign/duplicate/check.rs"]
mod campaign_duplicate;
#[path = "../../rules/campaign/folder-quarter/check.rs"]
mod campaign_folder_quarter;
#[path = "../../rules/campaign/language-unsupported/check.rs"]
mod campaign_language_unsupported;
#[path = "../../rules/campaign/notice-too-short/check.rs"]
mod campaign_notice_too_short;
#[path = "../../rules/campaign/on-demand-expires/check.rs"]
mod campaign_on_demand_expires;
#[path = "../../rules/campaign/ready-incomplete/check.rs"]
mod campaign_ready_incomplete;
#[path = "../../rules/campaign/status-date-disagree/check.rs"]
mod campaign_status_date_disagree;
#[path = "../../rules/campaign/status-unknown/check.rs"]
mod campaign_status_unknown;
#[path = "../../rules/campaign/token-date-disagrees/check.rs"]
mod campaign_token_date_disagrees;
#[path = "../../rules/campaign/token-undefined/check.rs"]
mod campaign_token_undefined;
#[path = "../../rules/campaign/token-unset/check.rs"]
mod campaign_token_unset;
#[path = "../../rules/campaign/token-unused/check.rs"]
mod campaign_token_unused;
#[path = "../../rules/campaign/value-unclear/check.rs"]
mod campaign_value_unclear;
#[path = "../../rules/channel/expiry-missing/check.rs"]
mod channel_expiry_missing;
#[path = "../../rules/channel/expiry-time-ambiguous/check.rs"]
mod channel_expiry_time_ambiguous;
#[path = "../../rules/channel/registration-not-loadable/check.rs"]
mod channel_registration_not_loadable;
#[path = "../../rules/channel/start-unusual/check.rs"]
mod channel_start_unusual;
#[path = "../../rules/channel/status-after-success/check.rs"]
mod channel_status_after_success;
#[path = "../../rules/channel/status-names-channel/check.rs"]
mod channel_status_names_channel;
#[path = "../../rules/channel/status-order-disagrees/check.rs"]
mod channel_status_order_disagrees;
#[path = "../../rules/channel/success-unusable/check.rs"]
mod channel_success_unusable;
#[path = "../../rules/channel/token-style/check.rs"]
mod channel_token_style;
#[path = "../../rules/channel/two-starts/check.rs"]
mod channel_two_starts;
#[path = "../../rules/channel/waitlist-without-registered/check.rs"]
mod channel_waitlist_without_registered;
#[path = "../../rules/email/blocked-day/check.rs"]
mod email_blocked_day;
#[path = "../../rules/email/free-mail-sender/check.rs"]
mod email_free_mail_sender;
#[path = "../../rules/email/frequency-cap/check.rs"]
mod email_frequency_cap;
#[path = "../../rules/email/large-send-guard/check.rs"]
mod email_large_send_guard;
#[path = "../../rules/email/one-click-unsubscribe/check.rs"]
mod email_one_click_unsubscribe;
#[path = "../../rules/email/operational-with-promotion/check.rs"]
mod email_operational_with_promotion;
#[path = "../../rules/email/postal-address-missing/check.rs"]
mod email_postal_address_missing;
#[path = "../../rules/email/quiet-hours/check.rs"]
mod email_quiet_hours;
#[path = "../../rules/email/replies-lost/check.rs"]
mod email_replies_lost;
#[path = "../../rules/email/send-after-event/check.rs"]
mod email_send_after_event;
#[path = "../../rules/email/sender-unknown/check.rs"]
mod email_sender_unknown;
#[path = "../../rules/email/sending-domain/check.rs"]
mod email_sending_domain;
#[path = "../../rules/email/time-missing-or-ambiguous/check.rs"]
mod email_time_missing_or_ambiguous;
#[path = "../../rules/email/unsubscribe-missing/check.rs"]
mod email_unsubscribe_missing;
#[path = "../../rules/naming/alternative-shadowed/check.rs"]
mod naming_alternative_shadowed;
#[path = "../../rules/naming/channel-uncovered/check.rs"]
mod naming_channel_uncovered;
#[path = "../../rules/naming/convention-contradiction/check.rs"]
mod naming_convention_contradiction;
#[path = "../../rules/naming/convention-example/check.rs"]
mod naming_convention_example;
#[path = "../../rules/naming/date-format-odd/check.rs"]
mod naming_date_format_odd;
#[path = "../../rules/naming/date-formats-differ/check.rs"]
mod naming_date_formats_differ;
#[path = "../../rules/naming/date-holds-separator/check.rs"]
mod naming_date_holds_separator;
#[path = "../../rules/naming/date-not-real/check.rs"]
mod naming_date_not_real;
#[path = "../../rules/naming/forbidden-text/check.rs"]
mod naming_forbidden_text;
#[path = "../../rules/naming/forbidden-text-in-words/check.rs"]
mod naming_forbidden_text_in_words;
#[path = "../../rules/naming/forbidden-word/check.rs"]
mod naming_forbidden_word;
#[path = "../../rules/naming/id-file-mismatch/check.rs"]
mod naming_id_file_mismatch;
#[path = "../../rules/naming/name-not-unique/check.rs"]
mod naming_name_not_unique;
#[path = "../../rules/naming/outdated-name/check.rs"]
mod naming_outdated_name;
#[path = "../../rules/naming/pattern-mismatch/check.rs"]
mod naming_pattern_mismatch;
#[path = "../../rules/naming/suffix/check.rs"]
mod naming_suffix;
#[path = "../../rules/naming/template-not-unique/check.rs"]
mod naming_template_not_unique;
#[path = "../../rules/naming/template-signs-odd/check.rs"]
mod naming_template_signs_odd;
#[path = "../../rules/naming/templates-alike/check.rs"]
mod naming_templates_alike;
#[path = "../../rules/naming/token-disagrees/check.rs"]
mod naming_token_disagrees;
#[path = "../../rules/naming/token-undeclared/check.rs"]
mod naming_token_undeclared;
#[path = "../../rules/naming/whitespace/check.rs"]
mod naming_whitespace;
#[path = "../../rules/platform/field-name/check.rs"]
mod platform_field_name;
#[path = "../../rules/platform/name-hard-to-find/check.rs"]
mod platform_name_hard_to_find;
#[path = "../../rules/platform/name-too-long/check.rs"]
mod platform_name_too_long;
#[path = "../../rules/platform/status-label-too-long/check.rs"]
mod platform_status_label_too_long;
#[path = "../../rules/platform/token-name-too-long/check.rs"]
mod platform_token_name_too_long;
#[path = "../../rules/platform/token-type/check.rs"]
mod platform_token_type;
#[path = "../../rules/platform/token-value-too-long/check.rs"]
mod platform_token_value_too_long;
#[path = "../../rules/taxonomy/alias-clash/check.rs"]
mod taxonomy_alias_clash;
#[path = "../../rules/taxonomy/group-of-one/check.rs"]
mod taxonomy_group_of_one;
#[path = "../../rules/taxonomy/lists-overlap/check.rs"]
mod taxonomy_lists_overlap;
#[path = "../../rules/taxonomy/mapping-collision/check.rs"]
mod taxonomy_mapping_collision;
#[path = "../../rules/taxonomy/mapping-missing/check.rs"]
mod taxonomy_mapping_missing;
#[path = "../../rules/taxonomy/parent-cycle/check.rs"]
mod taxonomy_parent_cycle;
#[path = "../../rules/taxonomy/retire-without-replacement/check.rs"]
mod taxonomy_retire_without_replacement;
#[path = "../../rules/taxonomy/value-general-twice/check.rs"]
mod taxonomy_value_general_twice;
#[path = "../../rules/taxonomy/value-is-status/check.rs"]
mod taxonomy_value_is_status;
#[path = "../../rules/taxonomy/value-near-duplicate/check.rs"]
mod taxonomy_value_near_duplicate;
#[path = "../../rules/taxonomy/value-one-off/check.rs"]
mod taxonomy_value_one_off;
#[path = "../../rules/taxonomy/value-placeholder/check.rs"]
mod taxonomy_value_placeholder;
#[path = "../../rules/taxonomy/value-plural/check.rs"]
mod taxonomy_value_plural;
#[path = "../../rules/taxonomy/value-prefix/check.rs"]
mod taxonomy_value_prefix;
#[path = "../../rules/taxonomy/value-retired/check.rs"]
mod taxonomy_value_retired;
#[path = "../../rules/taxonomy/value-spelling-drift/check.rs"]
mod taxonomy_value_spelling_drift;
#[path = "../../rules/taxonomy/value-style/check.rs"]
mod taxonomy_value_style;
#[path = "../../rules/taxonomy/value-unknown/check.rs"]
mod taxonomy_value_unknown;
#[path = "../../rules/tracking/after-fragment/check.rs"]
mod tracking_after_fragment;
#[path = "../../rules/tracking/auto-tagging-conflict/check.rs"]
mod tracking_auto_tagging_conflict;
#[path = "../../rules/tracking/campaign-mismatch/check.rs"]
mod tracking_campaign_mismatch;
#[path = "../../rules/tracking/click-id/check.rs"]
mod tracking_click_id;
#[path = "../../rules/tracking/double-equals/check.rs"]
mod tracking_double_equals;
#[path = "../../rules/tracking/dynamic-placeholder/check.rs"]
mod tracking_dynamic_placeholder;
#[path = "../../rules/tracking/entity-escaped/check.rs"]
mod tracking_entity_escaped;
#[path = "../../rules/tracking/host-not-public/check.rs"]
mod tracking_host_not_public;
#[path = "../../rules/tracking/host-unknown/check.rs"]
mod tracking_host_unknown;
#[path = "../../rules/tracking/insecure-scheme/check.rs"]
mod tracking_insecure_scheme;
#[path = "../../rules/tracking/internal-link/check.rs"]
mod tracking_internal_link;
#[path = "../../rules/tracking/link-collision/check.rs"]
mod tracking_link_collision;
#[path = "../../rules/tracking/medium-not-listed/check.rs"]
mod tracking_medium_not_listed;
#[path = "../../rules/tracking/medium-without-source/check.rs"]
mod tracking_medium_without_source;
#[path = "../../rules/tracking/missing-question-mark/check.rs"]
mod tracking_missing_question_mark;
#[path = "../../rules/tracking/organic-by-hand/check.rs"]
mod tracking_organic_by_hand;
#[path = "../../rules/tracking/parameter-case/check.rs"]
mod tracking_parameter_case;
#[path = "../../rules/tracking/parameter-duplicate/check.rs"]
mod tracking_parameter_duplicate;
#[path = "../../rules/tracking/parameter-empty/check.rs"]
mod tracking_parameter_empty;
#[path = "../../rules/tracking/parameter-missing/check.rs"]
mod tracking_parameter_missing;
#[path = "../../rules/tracking/parameter-typo/check.rs"]
mod tracking_parameter_typo;
#[path = "../../rules/tracking/parameter-unknown/check.rs"]
mod tracking_parameter_unknown;
#[path = "../../rules/tracking/partial-set/check.rs"]
mod tracking_partial_set;
#[path = "../../rules/tracking/personal-data/check.rs"]
mod tracking_personal_data;
#[path = "../../rules/tracking/personal-token/check.rs"]
mod tracking_personal_token;
#[path = "../../rules/tracking/policy-spelling/check.rs"]
mod tracking_policy_spelling;
#[path = "../../rules/tracking/relative-link/check.rs"]
mod tracking_relative_link;
#[path = "../../rules/tracking/reserved-value/check.rs"]
mod tracking_reserved_value;
#[path = "../../rules/tracking/scheme-in-token/check.rs"]
mod tracking_scheme_in_token;
#[path = "../../rules/tracking/second-question-mark/check.rs"]
mod tracking_second_question_mark;
#[path = "../../rules/tracking/shortener/check.rs"]
mod tracking_shortener;
#[path = "../../rules/tracking/site-near-duplicate/check.rs"]
mod tracking_site_near_duplicate;
#[path = "../../rules/tracking/source-is-medium/check.rs"]
mod tracking_source_is_medium;
#[path = "../../rules/tracking/source-medium-pair/check.rs"]
mod tracking_source_medium_pair;
#[path = "../../rules/tracking/source-named-like-medium/check.rs"]
mod tracking_source_named_like_medium;
#[path = "../../rules/tracking/source-synonym/check.rs"]
mod tracking_source_synonym;
#[path = "../../rules/tracking/template-ambiguous/check.rs"]
mod tracking_template_ambiguous;
#[path = "../../rules/tracking/template-token/check.rs"]
mod tracking_template_token;
#[path = "../../rules/tracking/trailing-punctuation/check.rs"]
mod tracking_trailing_punctuation;
#[path = "../../rules/tracking/trailing-slash/check.rs"]
mod tracking_trailing_slash;
#[path = "../../rules/tracking/untagged-link/check.rs"]
mod tracking_untagged_link;
#[path = "../../rules/tracking/url-too-long/check.rs"]
mod tracking_url_too_long;
#[path = "../../rules/tracking/utm-id-mismatch/check.rs"]
mod tracking_utm_id_mismatch;
#[path = "../../rules/tracking/value-case/check.rs"]
mod tracking_value_case;
#[path = "../../rules/tracking/value-character/check.rs"]
mod tracking_value_character;
#[path = "../../rules/tracking/value-encoding/check.rs"]
mod tracking_value_encoding;
#[path = "../../rules/tracking/value-forbidden/check.rs"]
mod tracking_value_forbidden;
#[path = "../../rules/tracking/value-placeholder/check.rs"]
mod tracking_value_placeholder;
#[path = "../../rules/tracking/value-too-long/check.rs"]
mod tracking_value_too_long;
#[path = "../../rules/tracking/value-whitespace/check.rs"]
mod tracking_value_whitespace;
#[path = "../../rules/workspace/duplicate-id/check.rs"]
mod workspace_duplicate_id;
#[path = "../../rules/workspace/ended/check.rs"]
mod workspace_ended;
#[path = "../../rules/workspace/owner-inactive/check.rs"]
mod workspace_owner_inactive;
#[path = "../../rules/workspace/owner-unknown/check.rs"]
mod workspace_owner_unknown;
#[path = "../../rules/workspace/reference-case/check.rs"]
mod workspace_reference_case;
#[path = "../../rules/workspace/retired-reference/check.rs"]
mod workspace_retired_reference;
#[path = "../../rules/workspace/review-overdue/check.rs"]
mod workspace_review_overdue;
#[path = "../../rules/workspace/unknown-reference/check.rs"]
mod workspace_unknown_reference;
#[path = "../../rules/workspace/unused-definition/check.rs"]
mod workspace_unused_definition;
#[path = "../../rules/yaml/comment-cuts-value/check.rs"]
mod yaml_comment_cuts_value;
#[path = "../../rules/yaml/duplicate-key/check.rs"]
mod yaml_duplicate_key;
#[path = "../../rules/yaml/edge-space/check.rs"]
mod yaml_edge_space;
#[path = "../../rules/yaml/merge-conflict/check.rs"]
mod yaml_merge_conflict;
#[path = "../../rules/yaml/secret/check.rs"]
mod yaml_secret;
#[path = "../../rules/yaml/suspicious-character/check.rs"]
mod yaml_suspicious_character;
#[path = "../../rules/yaml/unknown-tag/check.rs"]
mod yaml_unknown_tag;

pub(super) static BUILT_IN: &[BuiltIn] = &[
    BuiltIn {
        id: "analytics/attribution-bucket-unfed",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-bucket-unfed/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-bucket-unfed/README.md"),
        check: Check::Attribution(analytics_attribution_bucket_unfed::check),
    },
    BuiltIn {
        id: "analytics/attribution-channel-without-bucket",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-channel-without-bucket/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-channel-without-bucket/README.md"),
        check: Check::Attribution(analytics_attribution_channel_without_bucket::check),
    },
    BuiltIn {
        id: "analytics/attribution-duplicate",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-duplicate/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-duplicate/README.md"),
        check: Check::Attribution(analytics_attribution_duplicate::check),
    },
    BuiltIn {
        id: "analytics/attribution-line-missing",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-line-missing/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-line-missing/README.md"),
        check: Check::Attribution(analytics_attribution_line_missing::check),
    },
    BuiltIn {
        id: "analytics/attribution-pair-not-allowed",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-pair-not-allowed/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-pair-not-allowed/README.md"),
        check: Check::Attribution(analytics_attribution_pair_not_allowed::check),
    },
    BuiltIn {
        id: "analytics/attribution-referrer-unclear",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-referrer-unclear/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-referrer-unclear/README.md"),
        check: Check::Attribution(analytics_attribution_referrer_unclear::check),
    },
    BuiltIn {
        id: "analytics/attribution-spelling",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-spelling/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-spelling/README.md"),
        check: Check::Attribution(analytics_attribution_spelling::check),
    },
    BuiltIn {
        id: "analytics/attribution-value-unknown",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/attribution-value-unknown/rule.yaml"),
        readme: include_str!("../../rules/analytics/attribution-value-unknown/README.md"),
        check: Check::Attribution(analytics_attribution_value_unknown::check),
    },
    BuiltIn {
        id: "analytics/bucket-contradicts",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/bucket-contradicts/rule.yaml"),
        readme: include_str!("../../rules/analytics/bucket-contradicts/README.md"),
        check: Check::Workspace(analytics_bucket_contradicts::check),
    },
    BuiltIn {
        id: "analytics/campaign-name-hijacks-channel",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/campaign-name-hijacks-channel/rule.yaml"),
        readme: include_str!("../../rules/analytics/campaign-name-hijacks-channel/README.md"),
        check: Check::Link(analytics_campaign_name_hijacks_channel::check),
    },
    BuiltIn {
        id: "analytics/channel-unintended",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/channel-unintended/rule.yaml"),
        readme: include_str!("../../rules/analytics/channel-unintended/README.md"),
        check: Check::Link(analytics_channel_unintended::check),
    },
    BuiltIn {
        id: "analytics/medium-channel-disagrees",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/medium-channel-disagrees/rule.yaml"),
        readme: include_str!("../../rules/analytics/medium-channel-disagrees/README.md"),
        check: Check::Tracking(analytics_medium_channel_disagrees::check),
    },
    BuiltIn {
        id: "analytics/medium-unassigned",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/medium-unassigned/rule.yaml"),
        readme: include_str!("../../rules/analytics/medium-unassigned/README.md"),
        check: Check::Tracking(analytics_medium_unassigned::check),
    },
    BuiltIn {
        id: "analytics/offline-channel-unfed",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/offline-channel-unfed/rule.yaml"),
        readme: include_str!("../../rules/analytics/offline-channel-unfed/README.md"),
        check: Check::Workspace(analytics_offline_channel_unfed::check),
    },
    BuiltIn {
        id: "analytics/pair-attributed-elsewhere",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/pair-attributed-elsewhere/rule.yaml"),
        readme: include_str!("../../rules/analytics/pair-attributed-elsewhere/README.md"),
        check: Check::Tracking(analytics_pair_attributed_elsewhere::check),
    },
    BuiltIn {
        id: "analytics/pair-attributed-other",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/pair-attributed-other/rule.yaml"),
        readme: include_str!("../../rules/analytics/pair-attributed-other/README.md"),
        check: Check::Tracking(analytics_pair_attributed_other::check),
    },
    BuiltIn {
        id: "analytics/program-without-bucket",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/program-without-bucket/rule.yaml"),
        readme: include_str!("../../rules/analytics/program-without-bucket/README.md"),
        check: Check::Workspace(analytics_program_without_bucket::check),
    },
    BuiltIn {
        id: "analytics/tail-ambiguous",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/tail-ambiguous/rule.yaml"),
        readme: include_str!("../../rules/analytics/tail-ambiguous/README.md"),
        check: Check::Tracking(analytics_tail_ambiguous::check),
    },
    BuiltIn {
        id: "analytics/touchpoint-disagrees",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/analytics/touchpoint-disagrees/rule.yaml"),
        readme: include_str!("../../rules/analytics/touchpoint-disagrees/README.md"),
        check: Check::Workspace(analytics_touchpoint_disagrees::check),
    },
    BuiltIn {
        id: "calendar/cap-contradicts",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/calendar/cap-contradicts/rule.yaml"),
        readme: include_str!("../../rules/calendar/cap-contradicts/README.md"),
        check: Check::Calendar(calendar_cap_contradicts::check),
    },
    BuiltIn {
        id: "calendar/fiscal-year-missing",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/calendar/fiscal-year-missing/rule.yaml"),
        readme: include_str!("../../rules/calendar/fiscal-year-missing/README.md"),
        check: Check::Workspace(calendar_fiscal_year_missing::check),
    },
    BuiltIn {
        id: "calendar/holiday-invalid",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/calendar/holiday-invalid/rule.yaml"),
        readme: include_str!("../../rules/calendar/holiday-invalid/README.md"),
        check: Check::Calendar(calendar_holiday_invalid::check),
    },
    BuiltIn {
        id: "calendar/notice-units",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/calendar/notice-units/rule.yaml"),
        readme: include_str!("../../rules/calendar/notice-units/README.md"),
        check: Check::Calendar(calendar_notice_units::check),
    },
    BuiltIn {
        id: "calendar/send-time-missing",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/calendar/send-time-missing/rule.yaml"),
        readme: include_str!("../../rules/calendar/send-time-missing/README.md"),
        check: Check::Calendar(calendar_send_time_missing::check),
    },
    BuiltIn {
        id: "campaign/asset-expiry",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/asset-expiry/rule.yaml"),
        readme: include_str!("../../rules/campaign/asset-expiry/README.md"),
        check: Check::Campaign(campaign_asset_expiry::check),
    },
    BuiltIn {
        id: "campaign/channel-without-success",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/channel-without-success/rule.yaml"),
        readme: include_str!("../../rules/campaign/channel-without-success/README.md"),
        check: Check::Channels(campaign_channel_without_success::check),
    },
    BuiltIn {
        id: "campaign/clone-residue",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/clone-residue/rule.yaml"),
        readme: include_str!("../../rules/campaign/clone-residue/README.md"),
        check: Check::Document(campaign_clone_residue::check),
    },
    BuiltIn {
        id: "campaign/cost",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/cost/rule.yaml"),
        readme: include_str!("../../rules/campaign/cost/README.md"),
        check: Check::Document(campaign_cost::check),
    },
    BuiltIn {
        id: "campaign/cost-on-parent",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/cost-on-parent/rule.yaml"),
        readme: include_str!("../../rules/campaign/cost-on-parent/README.md"),
        check: Check::Document(campaign_cost_on_parent::check),
    },
    BuiltIn {
        id: "campaign/date-implausible",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/campaign/date-implausible/rule.yaml"),
        readme: include_str!("../../rules/campaign/date-implausible/README.md"),
        check: Check::Campaign(campaign_date_implausible::check),
    },
    BuiltIn {
        id: "campaign/date-order",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/date-order/rule.yaml"),
        readme: include_str!("../../rules/campaign/date-order/README.md"),
        check: Check::Campaign(campaign_date_order::check),
    },
    BuiltIn {
        id: "campaign/duplicate",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/duplicate/rule.yaml"),
        readme: include_str!("../../rules/campaign/duplicate/README.md"),
        check: Check::Workspace(campaign_duplicate::check),
    },
    BuiltIn {
        id: "campaign/folder-quarter",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/folder-quarter/rule.yaml"),
        readme: include_str!("../../rules/campaign/folder-quarter/README.md"),
        check: Check::Campaign(campaign_folder_quarter::check),
    },
    BuiltIn {
        id: "campaign/language-unsupported",
        severity: Severity::Warning,
        preset: None,
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/language-unsupported/rule.yaml"),
        readme: include_str!("../../rules/campaign/language-unsupported/README.md"),
        check: Check::Campaign(campaign_language_unsupported::check),
    },
    BuiltIn {
        id: "campaign/notice-too-short",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: true,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/notice-too-short/rule.yaml"),
        readme: include_str!("../../rules/campaign/notice-too-short/README.md"),
        check: Check::Campaign(campaign_notice_too_short::check),
    },
    BuiltIn {
        id: "campaign/on-demand-expires",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/campaign/on-demand-expires/rule.yaml"),
        readme: include_str!("../../rules/campaign/on-demand-expires/README.md"),
        check: Check::Document(campaign_on_demand_expires::check),
    },
    BuiltIn {
        id: "campaign/ready-incomplete",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/ready-incomplete/rule.yaml"),
        readme: include_str!("../../rules/campaign/ready-incomplete/README.md"),
        check: Check::Document(campaign_ready_incomplete::check),
    },
    BuiltIn {
        id: "campaign/status-date-disagree",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: true,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/campaign/status-date-disagree/rule.yaml"),
        readme: include_str!("../../rules/campaign/status-date-disagree/README.md"),
        check: Check::Campaign(campaign_status_date_disagree::check),
    },
    BuiltIn {
        id: "campaign/status-unknown",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/status-unknown/rule.yaml"),
        readme: include_str!("../../rules/campaign/status-unknown/README.md"),
        check: Check::Campaign(campaign_status_unknown::check),
    },
    BuiltIn {
        id: "campaign/token-date-disagrees",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/token-date-disagrees/rule.yaml"),
        readme: include_str!("../../rules/campaign/token-date-disagrees/README.md"),
        check: Check::Campaign(campaign_token_date_disagrees::check),
    },
    BuiltIn {
        id: "campaign/token-undefined",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/token-undefined/rule.yaml"),
        readme: include_str!("../../rules/campaign/token-undefined/README.md"),
        check: Check::Campaign(campaign_token_undefined::check),
    },
    BuiltIn {
        id: "campaign/token-unset",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/token-unset/rule.yaml"),
        readme: include_str!("../../rules/campaign/token-unset/README.md"),
        check: Check::Campaign(campaign_token_unset::check),
    },
    BuiltIn {
        id: "campaign/token-unused",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/token-unused/rule.yaml"),
        readme: include_str!("../../rules/campaign/token-unused/README.md"),
        check: Check::Campaign(campaign_token_unused::check),
    },
    BuiltIn {
        id: "campaign/value-unclear",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/campaign/value-unclear/rule.yaml"),
        readme: include_str!("../../rules/campaign/value-unclear/README.md"),
        check: Check::Campaign(campaign_value_unclear::check),
    },
    BuiltIn {
        id: "channel/expiry-missing",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/expiry-missing/rule.yaml"),
        readme: include_str!("../../rules/channel/expiry-missing/README.md"),
        check: Check::Channels(channel_expiry_missing::check),
    },
    BuiltIn {
        id: "channel/expiry-time-ambiguous",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/expiry-time-ambiguous/rule.yaml"),
        readme: include_str!("../../rules/channel/expiry-time-ambiguous/README.md"),
        check: Check::Channels(channel_expiry_time_ambiguous::check),
    },
    BuiltIn {
        id: "channel/registration-not-loadable",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/registration-not-loadable/rule.yaml"),
        readme: include_str!("../../rules/channel/registration-not-loadable/README.md"),
        check: Check::Channels(channel_registration_not_loadable::check),
    },
    BuiltIn {
        id: "channel/start-unusual",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/start-unusual/rule.yaml"),
        readme: include_str!("../../rules/channel/start-unusual/README.md"),
        check: Check::Channels(channel_start_unusual::check),
    },
    BuiltIn {
        id: "channel/status-after-success",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/status-after-success/rule.yaml"),
        readme: include_str!("../../rules/channel/status-after-success/README.md"),
        check: Check::Channels(channel_status_after_success::check),
    },
    BuiltIn {
        id: "channel/status-names-channel",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/status-names-channel/rule.yaml"),
        readme: include_str!("../../rules/channel/status-names-channel/README.md"),
        check: Check::Channels(channel_status_names_channel::check),
    },
    BuiltIn {
        id: "channel/status-order-disagrees",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/status-order-disagrees/rule.yaml"),
        readme: include_str!("../../rules/channel/status-order-disagrees/README.md"),
        check: Check::Channels(channel_status_order_disagrees::check),
    },
    BuiltIn {
        id: "channel/success-unusable",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/success-unusable/rule.yaml"),
        readme: include_str!("../../rules/channel/success-unusable/README.md"),
        check: Check::Channels(channel_success_unusable::check),
    },
    BuiltIn {
        id: "channel/token-style",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/token-style/rule.yaml"),
        readme: include_str!("../../rules/channel/token-style/README.md"),
        check: Check::Channels(channel_token_style::check),
    },
    BuiltIn {
        id: "channel/two-starts",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/two-starts/rule.yaml"),
        readme: include_str!("../../rules/channel/two-starts/README.md"),
        check: Check::Channels(channel_two_starts::check),
    },
    BuiltIn {
        id: "channel/waitlist-without-registered",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/channel/waitlist-without-registered/rule.yaml"),
        readme: include_str!("../../rules/channel/waitlist-without-registered/README.md"),
        check: Check::Channels(channel_waitlist_without_registered::check),
    },
    BuiltIn {
        id: "email/blocked-day",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/blocked-day/rule.yaml"),
        readme: include_str!("../../rules/email/blocked-day/README.md"),
        check: Check::Campaign(email_blocked_day::check),
    },
    BuiltIn {
        id: "email/free-mail-sender",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/free-mail-sender/rule.yaml"),
        readme: include_str!("../../rules/email/free-mail-sender/README.md"),
        check: Check::Senders(email_free_mail_sender::check),
    },
    BuiltIn {
        id: "email/frequency-cap",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/frequency-cap/rule.yaml"),
        readme: include_str!("../../rules/email/frequency-cap/README.md"),
        check: Check::Workspace(email_frequency_cap::check),
    },
    BuiltIn {
        id: "email/large-send-guard",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/large-send-guard/rule.yaml"),
        readme: include_str!("../../rules/email/large-send-guard/README.md"),
        check: Check::Campaign(email_large_send_guard::check),
    },
    BuiltIn {
        id: "email/one-click-unsubscribe",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/one-click-unsubscribe/rule.yaml"),
        readme: include_str!("../../rules/email/one-click-unsubscribe/README.md"),
        check: Check::Senders(email_one_click_unsubscribe::check),
    },
    BuiltIn {
        id: "email/operational-with-promotion",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/operational-with-promotion/rule.yaml"),
        readme: include_str!("../../rules/email/operational-with-promotion/README.md"),
        check: Check::Campaign(email_operational_with_promotion::check),
    },
    BuiltIn {
        id: "email/postal-address-missing",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/postal-address-missing/rule.yaml"),
        readme: include_str!("../../rules/email/postal-address-missing/README.md"),
        check: Check::Senders(email_postal_address_missing::check),
    },
    BuiltIn {
        id: "email/quiet-hours",
        severity: Severity::Info,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/email/quiet-hours/rule.yaml"),
        readme: include_str!("../../rules/email/quiet-hours/README.md"),
        check: Check::Campaign(email_quiet_hours::check),
    },
    BuiltIn {
        id: "email/replies-lost",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/replies-lost/rule.yaml"),
        readme: include_str!("../../rules/email/replies-lost/README.md"),
        check: Check::Senders(email_replies_lost::check),
    },
    BuiltIn {
        id: "email/send-after-event",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/send-after-event/rule.yaml"),
        readme: include_str!("../../rules/email/send-after-event/README.md"),
        check: Check::Campaign(email_send_after_event::check),
    },
    BuiltIn {
        id: "email/sender-unknown",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/sender-unknown/rule.yaml"),
        readme: include_str!("../../rules/email/sender-unknown/README.md"),
        check: Check::Campaign(email_sender_unknown::check),
    },
    BuiltIn {
        id: "email/sending-domain",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/sending-domain/rule.yaml"),
        readme: include_str!("../../rules/email/sending-domain/README.md"),
        check: Check::Senders(email_sending_domain::check),
    },
    BuiltIn {
        id: "email/time-missing-or-ambiguous",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/time-missing-or-ambiguous/rule.yaml"),
        readme: include_str!("../../rules/email/time-missing-or-ambiguous/README.md"),
        check: Check::Document(email_time_missing_or_ambiguous::check),
    },
    BuiltIn {
        id: "email/unsubscribe-missing",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/email/unsubscribe-missing/rule.yaml"),
        readme: include_str!("../../rules/email/unsubscribe-missing/README.md"),
        check: Check::Senders(email_unsubscribe_missing::check),
    },
    BuiltIn {
        id: "naming/alternative-shadowed",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/alternative-shadowed/rule.yaml"),
        readme: include_str!("../../rules/naming/alternative-shadowed/README.md"),
        check: Check::Naming(naming_alternative_shadowed::check),
    },
    BuiltIn {
        id: "naming/channel-uncovered",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/channel-uncovered/rule.yaml"),
        readme: include_str!("../../rules/naming/channel-uncovered/README.md"),
        check: Check::Workspace(naming_channel_uncovered::check),
    },
    BuiltIn {
        id: "naming/convention-contradiction",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/convention-contradiction/rule.yaml"),
        readme: include_str!("../../rules/naming/convention-contradiction/README.md"),
        check: Check::Naming(naming_convention_contradiction::check),
    },
    BuiltIn {
        id: "naming/convention-example",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/convention-example/rule.yaml"),
        readme: include_str!("../../rules/naming/convention-example/README.md"),
        check: Check::Naming(naming_convention_example::check),
    },
    BuiltIn {
        id: "naming/date-format-odd",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/date-format-odd/rule.yaml"),
        readme: include_str!("../../rules/naming/date-format-odd/README.md"),
        check: Check::Naming(naming_date_format_odd::check),
    },
    BuiltIn {
        id: "naming/date-formats-differ",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/date-formats-differ/rule.yaml"),
        readme: include_str!("../../rules/naming/date-formats-differ/README.md"),
        check: Check::Workspace(naming_date_formats_differ::check),
    },
    BuiltIn {
        id: "naming/date-holds-separator",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/date-holds-separator/rule.yaml"),
        readme: include_str!("../../rules/naming/date-holds-separator/README.md"),
        check: Check::Workspace(naming_date_holds_separator::check),
    },
    BuiltIn {
        id: "naming/date-not-real",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/date-not-real/rule.yaml"),
        readme: include_str!("../../rules/naming/date-not-real/README.md"),
        check: Check::Campaign(naming_date_not_real::check),
    },
    BuiltIn {
        id: "naming/forbidden-text",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/forbidden-text/rule.yaml"),
        readme: include_str!("../../rules/naming/forbidden-text/README.md"),
        check: Check::Campaign(naming_forbidden_text::check),
    },
    BuiltIn {
        id: "naming/forbidden-text-in-words",
        severity: Severity::Info,
        preset: None,
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/forbidden-text-in-words/rule.yaml"),
        readme: include_str!("../../rules/naming/forbidden-text-in-words/README.md"),
        check: Check::Naming(naming_forbidden_text_in_words::check),
    },
    BuiltIn {
        id: "naming/forbidden-word",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/forbidden-word/rule.yaml"),
        readme: include_str!("../../rules/naming/forbidden-word/README.md"),
        check: Check::Campaign(naming_forbidden_word::check),
    },
    BuiltIn {
        id: "naming/id-file-mismatch",
        severity: Severity::Warning,
        preset: None,
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/id-file-mismatch/rule.yaml"),
        readme: include_str!("../../rules/naming/id-file-mismatch/README.md"),
        check: Check::Document(naming_id_file_mismatch::check),
    },
    BuiltIn {
        id: "naming/name-not-unique",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/name-not-unique/rule.yaml"),
        readme: include_str!("../../rules/naming/name-not-unique/README.md"),
        check: Check::Workspace(naming_name_not_unique::check),
    },
    BuiltIn {
        id: "naming/outdated-name",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/outdated-name/rule.yaml"),
        readme: include_str!("../../rules/naming/outdated-name/README.md"),
        check: Check::Campaign(naming_outdated_name::check),
    },
    BuiltIn {
        id: "naming/pattern-mismatch",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/pattern-mismatch/rule.yaml"),
        readme: include_str!("../../rules/naming/pattern-mismatch/README.md"),
        check: Check::Campaign(naming_pattern_mismatch::check),
    },
    BuiltIn {
        id: "naming/suffix",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/suffix/rule.yaml"),
        readme: include_str!("../../rules/naming/suffix/README.md"),
        check: Check::Campaign(naming_suffix::check),
    },
    BuiltIn {
        id: "naming/template-not-unique",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/template-not-unique/rule.yaml"),
        readme: include_str!("../../rules/naming/template-not-unique/README.md"),
        check: Check::Workspace(naming_template_not_unique::check),
    },
    BuiltIn {
        id: "naming/template-signs-odd",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/template-signs-odd/rule.yaml"),
        readme: include_str!("../../rules/naming/template-signs-odd/README.md"),
        check: Check::Workspace(naming_template_signs_odd::check),
    },
    BuiltIn {
        id: "naming/templates-alike",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/templates-alike/rule.yaml"),
        readme: include_str!("../../rules/naming/templates-alike/README.md"),
        check: Check::Workspace(naming_templates_alike::check),
    },
    BuiltIn {
        id: "naming/token-disagrees",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/token-disagrees/rule.yaml"),
        readme: include_str!("../../rules/naming/token-disagrees/README.md"),
        check: Check::Campaign(naming_token_disagrees::check),
    },
    BuiltIn {
        id: "naming/token-undeclared",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/token-undeclared/rule.yaml"),
        readme: include_str!("../../rules/naming/token-undeclared/README.md"),
        check: Check::Naming(naming_token_undeclared::check),
    },
    BuiltIn {
        id: "naming/whitespace",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/naming/whitespace/rule.yaml"),
        readme: include_str!("../../rules/naming/whitespace/README.md"),
        check: Check::Campaign(naming_whitespace::check),
    },
    BuiltIn {
        id: "platform/field-name",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/platform/field-name/rule.yaml"),
        readme: include_str!("../../rules/platform/field-name/README.md"),
        check: Check::Document(platform_field_name::check),
    },
    BuiltIn {
        id: "platform/name-hard-to-find",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/platform/name-hard-to-find/rule.yaml"),
        readme: include_str!("../../rules/platform/name-hard-to-find/README.md"),
        check: Check::Campaign(platform_name_hard_to_find::check),
    },
    BuiltIn {
        id: "platform/name-too-long",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/platform/name-too-long/rule.yaml"),
        readme: include_str!("../../rules/platform/name-too-long/README.md"),
        check: Check::Campaign(platform_name_too_long::check),
    },
    BuiltIn {
        id: "platform/status-label-too-long",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/platform/status-label-too-long/rule.yaml"),
        readme: include_str!("../../rules/platform/status-label-too-long/README.md"),
        check: Check::Channels(platform_status_label_too_long::check),
    },
    BuiltIn {
        id: "platform/token-name-too-long",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/platform/token-name-too-long/rule.yaml"),
        readme: include_str!("../../rules/platform/token-name-too-long/README.md"),
        check: Check::Document(platform_token_name_too_long::check),
    },
    BuiltIn {
        id: "platform/token-type",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/platform/token-type/rule.yaml"),
        readme: include_str!("../../rules/platform/token-type/README.md"),
        check: Check::Workspace(platform_token_type::check),
    },
    BuiltIn {
        id: "platform/token-value-too-long",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/platform/token-value-too-long/rule.yaml"),
        readme: include_str!("../../rules/platform/token-value-too-long/README.md"),
        check: Check::Campaign(platform_token_value_too_long::check),
    },
    BuiltIn {
        id: "taxonomy/alias-clash",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/alias-clash/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/alias-clash/README.md"),
        check: Check::Taxonomy(taxonomy_alias_clash::check),
    },
    BuiltIn {
        id: "taxonomy/group-of-one",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/group-of-one/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/group-of-one/README.md"),
        check: Check::Taxonomy(taxonomy_group_of_one::check),
    },
    BuiltIn {
        id: "taxonomy/lists-overlap",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/lists-overlap/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/lists-overlap/README.md"),
        check: Check::Workspace(taxonomy_lists_overlap::check),
    },
    BuiltIn {
        id: "taxonomy/mapping-collision",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/taxonomy/mapping-collision/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/mapping-collision/README.md"),
        check: Check::Taxonomy(taxonomy_mapping_collision::check),
    },
    BuiltIn {
        id: "taxonomy/mapping-missing",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/mapping-missing/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/mapping-missing/README.md"),
        check: Check::Taxonomy(taxonomy_mapping_missing::check),
    },
    BuiltIn {
        id: "taxonomy/parent-cycle",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/parent-cycle/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/parent-cycle/README.md"),
        check: Check::Taxonomy(taxonomy_parent_cycle::check),
    },
    BuiltIn {
        id: "taxonomy/retire-without-replacement",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/retire-without-replacement/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/retire-without-replacement/README.md"),
        check: Check::Taxonomy(taxonomy_retire_without_replacement::check),
    },
    BuiltIn {
        id: "taxonomy/value-general-twice",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-general-twice/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-general-twice/README.md"),
        check: Check::Taxonomy(taxonomy_value_general_twice::check),
    },
    BuiltIn {
        id: "taxonomy/value-is-status",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-is-status/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-is-status/README.md"),
        check: Check::Workspace(taxonomy_value_is_status::check),
    },
    BuiltIn {
        id: "taxonomy/value-near-duplicate",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-near-duplicate/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-near-duplicate/README.md"),
        check: Check::Workspace(taxonomy_value_near_duplicate::check),
    },
    BuiltIn {
        id: "taxonomy/value-one-off",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-one-off/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-one-off/README.md"),
        check: Check::Workspace(taxonomy_value_one_off::check),
    },
    BuiltIn {
        id: "taxonomy/value-placeholder",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-placeholder/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-placeholder/README.md"),
        check: Check::Workspace(taxonomy_value_placeholder::check),
    },
    BuiltIn {
        id: "taxonomy/value-plural",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-plural/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-plural/README.md"),
        check: Check::Workspace(taxonomy_value_plural::check),
    },
    BuiltIn {
        id: "taxonomy/value-prefix",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-prefix/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-prefix/README.md"),
        check: Check::Workspace(taxonomy_value_prefix::check),
    },
    BuiltIn {
        id: "taxonomy/value-retired",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-retired/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-retired/README.md"),
        check: Check::Document(taxonomy_value_retired::check),
    },
    BuiltIn {
        id: "taxonomy/value-spelling-drift",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-spelling-drift/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-spelling-drift/README.md"),
        check: Check::Workspace(taxonomy_value_spelling_drift::check),
    },
    BuiltIn {
        id: "taxonomy/value-style",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-style/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-style/README.md"),
        check: Check::Taxonomy(taxonomy_value_style::check),
    },
    BuiltIn {
        id: "taxonomy/value-unknown",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/taxonomy/value-unknown/rule.yaml"),
        readme: include_str!("../../rules/taxonomy/value-unknown/README.md"),
        check: Check::Document(taxonomy_value_unknown::check),
    },
    BuiltIn {
        id: "tracking/after-fragment",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/after-fragment/rule.yaml"),
        readme: include_str!("../../rules/tracking/after-fragment/README.md"),
        check: Check::Link(tracking_after_fragment::check),
    },
    BuiltIn {
        id: "tracking/auto-tagging-conflict",
        severity: Severity::Warning,
        preset: None,
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/auto-tagging-conflict/rule.yaml"),
        readme: include_str!("../../rules/tracking/auto-tagging-conflict/README.md"),
        check: Check::Link(tracking_auto_tagging_conflict::check),
    },
    BuiltIn {
        id: "tracking/campaign-mismatch",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/campaign-mismatch/rule.yaml"),
        readme: include_str!("../../rules/tracking/campaign-mismatch/README.md"),
        check: Check::Link(tracking_campaign_mismatch::check),
    },
    BuiltIn {
        id: "tracking/click-id",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/click-id/rule.yaml"),
        readme: include_str!("../../rules/tracking/click-id/README.md"),
        check: Check::Link(tracking_click_id::check),
    },
    BuiltIn {
        id: "tracking/double-equals",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/double-equals/rule.yaml"),
        readme: include_str!("../../rules/tracking/double-equals/README.md"),
        check: Check::Link(tracking_double_equals::check),
    },
    BuiltIn {
        id: "tracking/dynamic-placeholder",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/dynamic-placeholder/rule.yaml"),
        readme: include_str!("../../rules/tracking/dynamic-placeholder/README.md"),
        check: Check::Link(tracking_dynamic_placeholder::check),
    },
    BuiltIn {
        id: "tracking/entity-escaped",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/entity-escaped/rule.yaml"),
        readme: include_str!("../../rules/tracking/entity-escaped/README.md"),
        check: Check::Link(tracking_entity_escaped::check),
    },
    BuiltIn {
        id: "tracking/host-not-public",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/host-not-public/rule.yaml"),
        readme: include_str!("../../rules/tracking/host-not-public/README.md"),
        check: Check::Link(tracking_host_not_public::check),
    },
    BuiltIn {
        id: "tracking/host-unknown",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/host-unknown/rule.yaml"),
        readme: include_str!("../../rules/tracking/host-unknown/README.md"),
        check: Check::Link(tracking_host_unknown::check),
    },
    BuiltIn {
        id: "tracking/insecure-scheme",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/insecure-scheme/rule.yaml"),
        readme: include_str!("../../rules/tracking/insecure-scheme/README.md"),
        check: Check::Link(tracking_insecure_scheme::check),
    },
    BuiltIn {
        id: "tracking/internal-link",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/internal-link/rule.yaml"),
        readme: include_str!("../../rules/tracking/internal-link/README.md"),
        check: Check::Link(tracking_internal_link::check),
    },
    BuiltIn {
        id: "tracking/link-collision",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/link-collision/rule.yaml"),
        readme: include_str!("../../rules/tracking/link-collision/README.md"),
        check: Check::Workspace(tracking_link_collision::check),
    },
    BuiltIn {
        id: "tracking/medium-not-listed",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/medium-not-listed/rule.yaml"),
        readme: include_str!("../../rules/tracking/medium-not-listed/README.md"),
        check: Check::Tracking(tracking_medium_not_listed::check),
    },
    BuiltIn {
        id: "tracking/medium-without-source",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/medium-without-source/rule.yaml"),
        readme: include_str!("../../rules/tracking/medium-without-source/README.md"),
        check: Check::Tracking(tracking_medium_without_source::check),
    },
    BuiltIn {
        id: "tracking/missing-question-mark",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/missing-question-mark/rule.yaml"),
        readme: include_str!("../../rules/tracking/missing-question-mark/README.md"),
        check: Check::Link(tracking_missing_question_mark::check),
    },
    BuiltIn {
        id: "tracking/organic-by-hand",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/organic-by-hand/rule.yaml"),
        readme: include_str!("../../rules/tracking/organic-by-hand/README.md"),
        check: Check::Link(tracking_organic_by_hand::check),
    },
    BuiltIn {
        id: "tracking/parameter-case",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-case/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-case/README.md"),
        check: Check::Link(tracking_parameter_case::check),
    },
    BuiltIn {
        id: "tracking/parameter-duplicate",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-duplicate/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-duplicate/README.md"),
        check: Check::Link(tracking_parameter_duplicate::check),
    },
    BuiltIn {
        id: "tracking/parameter-empty",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-empty/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-empty/README.md"),
        check: Check::Link(tracking_parameter_empty::check),
    },
    BuiltIn {
        id: "tracking/parameter-missing",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-missing/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-missing/README.md"),
        check: Check::Link(tracking_parameter_missing::check),
    },
    BuiltIn {
        id: "tracking/parameter-typo",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-typo/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-typo/README.md"),
        check: Check::Link(tracking_parameter_typo::check),
    },
    BuiltIn {
        id: "tracking/parameter-unknown",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/parameter-unknown/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-unknown/README.md"),
        check: Check::Link(tracking_parameter_unknown::check),
    },
    BuiltIn {
        id: "tracking/partial-set",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/partial-set/rule.yaml"),
        readme: include_str!("../../rules/tracking/partial-set/README.md"),
        check: Check::Link(tracking_partial_set::check),
    },
    BuiltIn {
        id: "tracking/personal-data",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: true,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/personal-data/rule.yaml"),
        readme: include_str!("../../rules/tracking/personal-data/README.md"),
        check: Check::Link(tracking_personal_data::check),
    },
    BuiltIn {
        id: "tracking/personal-token",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: true,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/personal-token/rule.yaml"),
        readme: include_str!("../../rules/tracking/personal-token/README.md"),
        check: Check::Link(tracking_personal_token::check),
    },
    BuiltIn {
        id: "tracking/policy-spelling",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/policy-spelling/rule.yaml"),
        readme: include_str!("../../rules/tracking/policy-spelling/README.md"),
        check: Check::Tracking(tracking_policy_spelling::check),
    },
    BuiltIn {
        id: "tracking/relative-link",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/relative-link/rule.yaml"),
        readme: include_str!("../../rules/tracking/relative-link/README.md"),
        check: Check::Link(tracking_relative_link::check),
    },
    BuiltIn {
        id: "tracking/reserved-value",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/reserved-value/rule.yaml"),
        readme: include_str!("../../rules/tracking/reserved-value/README.md"),
        check: Check::Link(tracking_reserved_value::check),
    },
    BuiltIn {
        id: "tracking/scheme-in-token",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/scheme-in-token/rule.yaml"),
        readme: include_str!("../../rules/tracking/scheme-in-token/README.md"),
        check: Check::Link(tracking_scheme_in_token::check),
    },
    BuiltIn {
        id: "tracking/second-question-mark",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/second-question-mark/rule.yaml"),
        readme: include_str!("../../rules/tracking/second-question-mark/README.md"),
        check: Check::Link(tracking_second_question_mark::check),
    },
    BuiltIn {
        id: "tracking/shortener",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/shortener/rule.yaml"),
        readme: include_str!("../../rules/tracking/shortener/README.md"),
        check: Check::Link(tracking_shortener::check),
    },
    BuiltIn {
        id: "tracking/site-near-duplicate",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/site-near-duplicate/rule.yaml"),
        readme: include_str!("../../rules/tracking/site-near-duplicate/README.md"),
        check: Check::Tracking(tracking_site_near_duplicate::check),
    },
    BuiltIn {
        id: "tracking/source-is-medium",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/source-is-medium/rule.yaml"),
        readme: include_str!("../../rules/tracking/source-is-medium/README.md"),
        check: Check::Link(tracking_source_is_medium::check),
    },
    BuiltIn {
        id: "tracking/source-medium-pair",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/source-medium-pair/rule.yaml"),
        readme: include_str!("../../rules/tracking/source-medium-pair/README.md"),
        check: Check::Link(tracking_source_medium_pair::check),
    },
    BuiltIn {
        id: "tracking/source-named-like-medium",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/source-named-like-medium/rule.yaml"),
        readme: include_str!("../../rules/tracking/source-named-like-medium/README.md"),
        check: Check::Tracking(tracking_source_named_like_medium::check),
    },
    BuiltIn {
        id: "tracking/source-synonym",
        severity: Severity::Warning,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/source-synonym/rule.yaml"),
        readme: include_str!("../../rules/tracking/source-synonym/README.md"),
        check: Check::Tracking(tracking_source_synonym::check),
    },
    BuiltIn {
        id: "tracking/template-ambiguous",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/template-ambiguous/rule.yaml"),
        readme: include_str!("../../rules/tracking/template-ambiguous/README.md"),
        check: Check::Tracking(tracking_template_ambiguous::check),
    },
    BuiltIn {
        id: "tracking/template-token",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/template-token/rule.yaml"),
        readme: include_str!("../../rules/tracking/template-token/README.md"),
        check: Check::Link(tracking_template_token::check),
    },
    BuiltIn {
        id: "tracking/trailing-punctuation",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/trailing-punctuation/rule.yaml"),
        readme: include_str!("../../rules/tracking/trailing-punctuation/README.md"),
        check: Check::Link(tracking_trailing_punctuation::check),
    },
    BuiltIn {
        id: "tracking/trailing-slash",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/trailing-slash/rule.yaml"),
        readme: include_str!("../../rules/tracking/trailing-slash/README.md"),
        check: Check::Link(tracking_trailing_slash::check),
    },
    BuiltIn {
        id: "tracking/untagged-link",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/untagged-link/rule.yaml"),
        readme: include_str!("../../rules/tracking/untagged-link/README.md"),
        check: Check::Link(tracking_untagged_link::check),
    },
    BuiltIn {
        id: "tracking/url-too-long",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: true,
        yaml: include_str!("../../rules/tracking/url-too-long/rule.yaml"),
        readme: include_str!("../../rules/tracking/url-too-long/README.md"),
        check: Check::Link(tracking_url_too_long::check),
    },
    BuiltIn {
        id: "tracking/utm-id-mismatch",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/utm-id-mismatch/rule.yaml"),
        readme: include_str!("../../rules/tracking/utm-id-mismatch/README.md"),
        check: Check::Workspace(tracking_utm_id_mismatch::check),
    },
    BuiltIn {
        id: "tracking/value-case",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-case/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-case/README.md"),
        check: Check::Link(tracking_value_case::check),
    },
    BuiltIn {
        id: "tracking/value-character",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-character/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-character/README.md"),
        check: Check::Link(tracking_value_character::check),
    },
    BuiltIn {
        id: "tracking/value-encoding",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-encoding/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-encoding/README.md"),
        check: Check::Link(tracking_value_encoding::check),
    },
    BuiltIn {
        id: "tracking/value-forbidden",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-forbidden/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-forbidden/README.md"),
        check: Check::Link(tracking_value_forbidden::check),
    },
    BuiltIn {
        id: "tracking/value-placeholder",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-placeholder/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-placeholder/README.md"),
        check: Check::Link(tracking_value_placeholder::check),
    },
    BuiltIn {
        id: "tracking/value-too-long",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-too-long/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-too-long/README.md"),
        check: Check::Link(tracking_value_too_long::check),
    },
    BuiltIn {
        id: "tracking/value-whitespace",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/tracking/value-whitespace/rule.yaml"),
        readme: include_str!("../../rules/tracking/value-whitespace/README.md"),
        check: Check::Link(tracking_value_whitespace::check),
    },
    BuiltIn {
        id: "workspace/config-unknown-rule",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/config-unknown-rule/rule.yaml"),
        readme: include_str!("../../rules/workspace/config-unknown-rule/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/duplicate-id",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/duplicate-id/rule.yaml"),
        readme: include_str!("../../rules/workspace/duplicate-id/README.md"),
        check: Check::Workspace(workspace_duplicate_id::check),
    },
    BuiltIn {
        id: "workspace/ended",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: true,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/ended/rule.yaml"),
        readme: include_str!("../../rules/workspace/ended/README.md"),
        check: Check::Document(workspace_ended::check),
    },
    BuiltIn {
        id: "workspace/extension-invalid",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/extension-invalid/rule.yaml"),
        readme: include_str!("../../rules/workspace/extension-invalid/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/invalid-value",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/invalid-value/rule.yaml"),
        readme: include_str!("../../rules/workspace/invalid-value/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/missing-key",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/missing-key/rule.yaml"),
        readme: include_str!("../../rules/workspace/missing-key/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/owner-inactive",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/owner-inactive/rule.yaml"),
        readme: include_str!("../../rules/workspace/owner-inactive/README.md"),
        check: Check::Reference(workspace_owner_inactive::check),
    },
    BuiltIn {
        id: "workspace/owner-unknown",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/owner-unknown/rule.yaml"),
        readme: include_str!("../../rules/workspace/owner-unknown/README.md"),
        check: Check::Reference(workspace_owner_unknown::check),
    },
    BuiltIn {
        id: "workspace/reference-case",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/reference-case/rule.yaml"),
        readme: include_str!("../../rules/workspace/reference-case/README.md"),
        check: Check::Reference(workspace_reference_case::check),
    },
    BuiltIn {
        id: "workspace/retired-reference",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/retired-reference/rule.yaml"),
        readme: include_str!("../../rules/workspace/retired-reference/README.md"),
        check: Check::Reference(workspace_retired_reference::check),
    },
    BuiltIn {
        id: "workspace/review-overdue",
        severity: Severity::Info,
        preset: Some(Preset::Recommended),
        by_the_calendar: true,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/review-overdue/rule.yaml"),
        readme: include_str!("../../rules/workspace/review-overdue/README.md"),
        check: Check::Document(workspace_review_overdue::check),
    },
    BuiltIn {
        id: "workspace/rule-broken",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/rule-broken/rule.yaml"),
        readme: include_str!("../../rules/workspace/rule-broken/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/suppression-expired",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: true,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/suppression-expired/rule.yaml"),
        readme: include_str!("../../rules/workspace/suppression-expired/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/suppression-malformed",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/suppression-malformed/rule.yaml"),
        readme: include_str!("../../rules/workspace/suppression-malformed/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/suppression-unused",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/suppression-unused/rule.yaml"),
        readme: include_str!("../../rules/workspace/suppression-unused/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/unknown-key",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/unknown-key/rule.yaml"),
        readme: include_str!("../../rules/workspace/unknown-key/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/unknown-kind",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/unknown-kind/rule.yaml"),
        readme: include_str!("../../rules/workspace/unknown-kind/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/unknown-reference",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/unknown-reference/rule.yaml"),
        readme: include_str!("../../rules/workspace/unknown-reference/README.md"),
        check: Check::Reference(workspace_unknown_reference::check),
    },
    BuiltIn {
        id: "workspace/unreadable",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/unreadable/rule.yaml"),
        readme: include_str!("../../rules/workspace/unreadable/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "workspace/unused-definition",
        severity: Severity::Info,
        preset: Some(Preset::Strict),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/unused-definition/rule.yaml"),
        readme: include_str!("../../rules/workspace/unused-definition/README.md"),
        check: Check::Workspace(workspace_unused_definition::check),
    },
    BuiltIn {
        id: "workspace/wrong-type",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/workspace/wrong-type/rule.yaml"),
        readme: include_str!("../../rules/workspace/wrong-type/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "yaml/anchor-cycle",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/anchor-cycle/rule.yaml"),
        readme: include_str!("../../rules/yaml/anchor-cycle/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "yaml/comment-cuts-value",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/comment-cuts-value/rule.yaml"),
        readme: include_str!("../../rules/yaml/comment-cuts-value/README.md"),
        check: Check::File(yaml_comment_cuts_value::check),
    },
    BuiltIn {
        id: "yaml/duplicate-key",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/duplicate-key/rule.yaml"),
        readme: include_str!("../../rules/yaml/duplicate-key/README.md"),
        check: Check::File(yaml_duplicate_key::check),
    },
    BuiltIn {
        id: "yaml/edge-space",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/edge-space/rule.yaml"),
        readme: include_str!("../../rules/yaml/edge-space/README.md"),
        check: Check::File(yaml_edge_space::check),
    },
    BuiltIn {
        id: "yaml/encoding",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/encoding/rule.yaml"),
        readme: include_str!("../../rules/yaml/encoding/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "yaml/implicit-type",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/implicit-type/rule.yaml"),
        readme: include_str!("../../rules/yaml/implicit-type/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "yaml/merge-conflict",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/merge-conflict/rule.yaml"),
        readme: include_str!("../../rules/yaml/merge-conflict/README.md"),
        check: Check::File(yaml_merge_conflict::check),
    },
    BuiltIn {
        id: "yaml/secret",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: true,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/secret/rule.yaml"),
        readme: include_str!("../../rules/yaml/secret/README.md"),
        check: Check::File(yaml_secret::check),
    },
    BuiltIn {
        id: "yaml/suspicious-character",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/suspicious-character/rule.yaml"),
        readme: include_str!("../../rules/yaml/suspicious-character/README.md"),
        check: Check::File(yaml_suspicious_character::check),
    },
    BuiltIn {
        id: "yaml/syntax",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/syntax/rule.yaml"),
        readme: include_str!("../../rules/yaml/syntax/README.md"),
        check: Check::ElseWhere,
    },
    BuiltIn {
        id: "yaml/unknown-tag",
        severity: Severity::Warning,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/unknown-tag/rule.yaml"),
        readme: include_str!("../../rules/yaml/unknown-tag/README.md"),
        check: Check::File(yaml_unknown_tag::check),
    },
    BuiltIn {
        id: "yaml/unquoted-template",
        severity: Severity::Error,
        preset: Some(Preset::Recommended),
        by_the_calendar: false,
        sensitive: false,
        read_at_once: false,
        yaml: include_str!("../../rules/yaml/unquoted-template/rule.yaml"),
        readme: include_str!("../../rules/yaml/unquoted-template/README.md"),
        check: Check::ElseWhere,
    },
];
