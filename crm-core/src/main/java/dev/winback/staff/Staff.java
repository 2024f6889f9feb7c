package dev.winback.staff;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of the firm: who they are, how they sign in, what they prefer. */
@Service
@Transactional
public class Staff {

  /** Shortest password of a member outside the demo firm (rules.md, "Production and demo"). */
  public static final int SHORTEST_PASSWORD = 12;

  /** The login that is there before anybody is hired. */
  static final String ADMINISTRATOR = "admin";

  private final MemberRepository members;
  private final Credentials credentials;
  private final Settings settings;

  Staff(MemberRepository members, Credentials credentials, Settings settings) {
    this.members = members;
    this.credentials = credentials;
    this.settings = settings;
  }

  @Transactional(readOnly = true)
  public Optional<Login> login(String login) {
    return members.findByLogin(login.strip().toLowerCase(Locale.ROOT)).map(Member::toLogin);
  }

  /** The key of who has this login, also of who has left. */
  @Transactional(readOnly = true)
  public Optional<MemberId> keyOf(String login) {
    return members.findByLogin(login.strip().toLowerCase(Locale.ROOT)).map(Member::id);
  }

  /** The acting member; not found when the login is unknown or no longer active. */
  @Transactional(readOnly = true)
  public Actor actor(String login) {
    return members
        .findByLogin(login)
        .filter(Member::active)
        .map(m -> m.toActor(settings.firmZone()))
        .orElseThrow(() -> new NotFound("member"));
  }

  @Transactional(readOnly = true)
  public Preferences preferences(Actor actor) {
    return member(actor.id()).preferences();
  }

  public void prefer(Preferences preferences, Actor actor) {
    if (!List.of("auto", "light", "dark").contains(preferences.theme())) {
      throw Refused.field("theme", "refused.theme");
    }
    if (!List.of("comfortable", "compact").contains(preferences.density())) {
      throw Refused.field("density", "refused.density");
    }
    if (preferences.zone() != null && !Zones.names().contains(preferences.zone())) {
      throw Refused.field("zone", "refused.zone", preferences.zone());
    }
    var member = member(actor.id());
    member.prefer(preferences);
    members.saveAndFlush(member);
  }

  @Transactional(readOnly = true)
  public List<MemberRow> active() {
    return members.findByActiveTrueOrderByName().stream().map(Member::toRow).toList();
  }

  /** Everybody, those who left too, by name: what they did is shown under their names. */
  @Transactional(readOnly = true)
  public List<MemberRow> all() {
    return members.findAllByOrderByName().stream().map(Member::toRow).toList();
  }

  /**
   * Who can be chosen, and whoever is chosen already: a filter goes on saying what it filters by.
   */
  @Transactional(readOnly = true)
  public List<MemberRow> choice(@Nullable String chosen) {
    return all().stream().filter(one -> one.active() || one.login().equals(chosen)).toList();
  }

  /** The name that stands for a login; of nobody's login the login. */
  @Transactional(readOnly = true)
  public String named(String login) {
    return members.findByLogin(login).map(Member::toRow).map(MemberRow::name).orElse(login);
  }

  /** Where somebody works, each region once. */
  @Transactional(readOnly = true)
  public List<String> regions() {
    return active().stream()
        .map(MemberRow::region)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** True once somebody can administer the program. */
  @Transactional(readOnly = true)
  public boolean hasAdministrator() {
    return members.existsByRole(Role.ADMIN);
  }

  /** The first visit: the administrator sets his password; refused when there already is one. */
  public Actor setUpAdministrator(String password) {
    if (hasAdministrator()) {
      throw new Refused("refused.already-set-up");
    }
    resetAdministrator(password);
    return actor(ADMINISTRATOR);
  }

  /**
   * Creates the member {@code admin} or gives him this password; the same one stays as it is,
   * because another hash would end his sessions at the start of each node.
   */
  public void resetAdministrator(String password) {
    var known = members.findByLogin(ADMINISTRATOR);
    if (known
        .filter(admin -> credentials.are(password, admin.toLogin().passwordHash()))
        .isPresent()) {
      return;
    }
    var hash = credentials.encodeLong(password);
    var admin =
        known.orElseGet(() -> new Member(ADMINISTRATOR, "Administrator", null, Role.ADMIN, hash));
    admin.changePassword(hash);
    members.saveAndFlush(admin);
  }

  /**
   * A new member of the demo firm, whose passwords everybody may know; the login is stored in lower
   * case. A real member comes by {@link Memberships#hire}.
   */
  public MemberId hire(
      String login, String name, @Nullable String email, Role role, String password) {
    var key = login.strip().toLowerCase(Locale.ROOT);
    if (members.findByLogin(key).isPresent()) {
      throw Refused.field("login", "refused.login-taken", key);
    }
    return members
        .saveAndFlush(new Member(key, name, email, role, credentials.encode(password)))
        .id();
  }

  private Member member(MemberId id) {
    return members.findById(id.value()).orElseThrow(() -> new NotFound("member"));
  }
}
