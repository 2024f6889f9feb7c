package dev.winback.staff;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here and who does not any more, as the administrator keeps it. */
@Service
@Transactional
public class Memberships {

  private final MemberRepository members;
  private final Credentials credentials;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Settings settings;

  Memberships(
      MemberRepository members,
      Credentials credentials,
      Audit audit,
      ApplicationEventPublisher events,
      Settings settings) {
    this.members = members;
    this.credentials = credentials;
    this.audit = audit;
    this.events = events;
    this.settings = settings;
  }

  /** Everybody, those who left too, by name. */
  @Transactional(readOnly = true)
  public List<MemberRow> all(Actor actor) {
    actor.require(Permission.SEE_MEMBERS);
    return members.findAllByOrderByName().stream().map(Member::toRow).toList();
  }

  public MemberId hire(NewMember entry, Actor actor) {
    actor.require(Permission.ADMINISTER);
    if (members.findByLogin(entry.validLogin()).isPresent()) {
      throw Refused.field("login", "refused.login-taken", entry.validLogin());
    }
    var member = members.saveAndFlush(entry.toMember(credentials));
    note(actor, "hired", member);
    return member.id();
  }

  /** How he stands in the team from now on; work that he has stays with him. */
  public String stand(MemberId id, Standing standing, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var member = member(id);
    member.stand(standing, standing.deputy() == null ? null : active(standing.deputy()));
    save(member, "standing", actor);
    return member.toRow().name();
  }

  private MemberId active(String login) {
    return members
        .findByLogin(login.toLowerCase(Locale.ROOT))
        .filter(Member::takesCustomers)
        .map(Member::id)
        .orElseThrow(() -> Refused.field("deputy", "team.refused.deputy", login));
  }

  /** The same with who stands in for him as heir, if anybody does. */
  public String retire(MemberId id, Actor actor) {
    return retire(id, standIn(id, actor).orElse(null), actor);
  }

  /** Who stands in for him, if he can still take customers; empty: his work is shared. */
  @Transactional(readOnly = true)
  public Optional<MemberId> standIn(MemberId id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return Optional.ofNullable(member(id).toRow().deputy())
        .map(MemberId::new)
        .filter(deputy -> member(deputy).takesCustomers());
  }

  /**
   * Cannot sign in any more; customers, open lapses and promises go to others at once, the figures
   * stay.
   */
  public String retire(MemberId id, @Nullable MemberId heir, Actor actor) {
    actor.require(Permission.ADMINISTER);
    if (id.equals(actor.id())) {
      throw new Refused("refused.member.yourself");
    }
    if (heir != null && (heir.equals(id) || !member(heir).takesCustomers())) {
      throw Refused.field("heir", "team.refused.heir");
    }
    var member = member(id);
    if (member.active()) {
      member.retire();
      save(member, "retired", actor);
      events.publishEvent(new MemberRetired(id, heir, actor));
    }
    return member.toRow().name();
  }

  /** May sign in again; what nobody has touched since he left is his again. */
  public String takeBack(MemberId id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var member = member(id);
    if (!member.active()) {
      member.takeBack();
      save(member, "taken-back", actor);
      events.publishEvent(new MemberReturned(id, actor));
    }
    return member.toRow().name();
  }

  public String resetPassword(MemberId id, String password, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var member = member(id);
    change(member, password);
    save(member, "password-reset", actor);
    return member.toRow().name();
  }

  /** One's own, by who knows the present one: a desk that was left open is not enough. */
  public void changePassword(String current, String password, Actor actor) {
    var member = member(actor.id());
    if (!credentials.are(current, member.toLogin().passwordHash())) {
      throw Refused.field("current", "refused.password-wrong");
    }
    change(member, password);
    save(member, "password-changed", actor);
  }

  /** True when the program's setting gives him his password, at each start. */
  public boolean passwordIsSetting(Actor actor) {
    return isSetting(actor.login());
  }

  private boolean isSetting(String login) {
    return settings.admin().password() != null && Staff.ADMINISTRATOR.equals(login);
  }

  /**
   * Another one than the setting's would be gone at the next start, perhaps for one that leaked.
   */
  private void change(Member member, String password) {
    if (isSetting(member.toLogin().login())) {
      throw Refused.field("password", "refused.password-setting");
    }
    member.changePassword(credentials.encodeLong(password));
  }

  private void save(Member member, String action, Actor actor) {
    members.saveAndFlush(member);
    note(actor, action, member);
  }

  private void note(Actor actor, String action, Member member) {
    var row = member.toRow();
    var detail = Map.of("login", row.login(), "role", row.role());
    audit.note(actor, "member." + action, "member", row.id().value(), detail);
  }

  private Member member(MemberId id) {
    return members.findById(id.value()).orElseThrow(() -> new NotFound("member"));
  }
}
