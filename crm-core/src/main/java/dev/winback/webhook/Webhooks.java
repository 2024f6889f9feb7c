package dev.winback.webhook;

import dev.winback.shared.NotFound;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that are told what happens here, as the administrator keeps them. */
@Service
@Transactional
public class Webhooks {

  private final WebhookRepository webhooks;
  private final WebhookReading reading;
  private final Settings settings;
  private final Audit audit;

  Webhooks(WebhookRepository webhooks, WebhookReading reading, Settings settings, Audit audit) {
    this.webhooks = webhooks;
    this.reading = reading;
    this.settings = settings;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<WebhookRow> all(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return reading.rows(null);
  }

  @Transactional(readOnly = true)
  public WebhookRow one(long id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return reading.rows(id).stream().findFirst().orElseThrow(() -> new NotFound("webhook"));
  }

  public MadeWebhook make(NewWebhook entry, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var secret = Secret.fresh();
    var webhook = webhooks.saveAndFlush(new Webhook(url(entry), entry.validEvents(), secret));
    note("made", webhook, actor);
    return new MadeWebhook(webhook.id(), webhook.url(), Secret.shown(secret));
  }

  public void change(long id, NewWebhook entry, Actor actor) {
    var webhook = webhook(id, actor);
    webhook.change(url(entry), entry.validEvents());
    save("changed", webhook, actor);
  }

  private String url(NewWebhook entry) {
    return entry.validUrl(settings.webhooks().privateAddresses());
  }

  /** A new secret; the old one signs beside it for a day. */
  public MadeWebhook changeSecret(long id, Actor actor) {
    var webhook = webhook(id, actor);
    var secret = Secret.fresh();
    reading.changeSecret(id, secret);
    note("secret-changed", webhook, actor);
    return new MadeWebhook(id, webhook.url(), Secret.shown(secret));
  }

  public void switchOn(long id, Actor actor) {
    var webhook = webhook(id, actor);
    webhook.switchOn();
    save("switched-on", webhook, actor);
    reading.forgetFailures(id);
  }

  public void switchOff(long id, Actor actor) {
    var webhook = webhook(id, actor);
    webhook.switchOff();
    save("switched-off", webhook, actor);
  }

  /** Out of the list, and told nothing more; its address for the notice. */
  public String remove(long id, Actor actor) {
    var webhook = webhook(id, actor);
    webhook.remove();
    save("removed", webhook, actor);
    return webhook.url();
  }

  public String restore(long id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var webhook = webhooks.findById(id).orElseThrow(() -> new NotFound("webhook"));
    webhook.restore();
    save("restored", webhook, actor);
    return webhook.url();
  }

  private Webhook webhook(long id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return webhooks
        .findById(id)
        .filter(webhook -> !webhook.removed())
        .orElseThrow(() -> new NotFound("webhook"));
  }

  private void save(String action, Webhook webhook, Actor actor) {
    webhooks.saveAndFlush(webhook);
    note(action, webhook, actor);
  }

  private void note(String action, Webhook webhook, Actor actor) {
    var detail = Map.of("url", webhook.url(), "events", webhook.events());
    audit.note(actor, "webhook." + action, "webhook", webhook.id(), detail);
  }
}
