using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Rules.Shared;

/// <summary>The expectations are what npm's pluralize 8.0.0 gives.</summary>
public sealed class InflectionTests
{
    // Singular and plural: words of schemas, one or more for each ending, and the irregular ones.
    private const string Pairs = """
        access accesses, account accounts, act acts, action actions, active actives, activity activities, address addresses,
        admin admins, agent agents, alert alerts, alga algae, alias aliases, alumnus alumni, amount amounts, analysis analyses,
        analyst analysts, anathema anathemata, app apps, appendix appendices, application applications, approval approvals,
        art arts, assessment assessments, atlas atlases, attachment attachments, attendance attendances, auto autos,
        automaton automata, axe axes, baby babies, bacillus bacilli, bacterium bacteria, banco bancos, base bases,
        behaviour behaviours, box boxes, bus buses, business businesses, buzz buzzes, cactus cacti, calendar calendars,
        calf calves, campus campuses, card cards, carve carves, cat cats, category categories, cert certs, change changes,
        channel channels, char chars, cherub cherubim, child children, church churches, city cities, class classes,
        client clients, code codes, codex codices, color colors, comment comments, company companies, compliance compliances,
        concern concerns, consent consents, contact contacts, content contents, count counts, country countries,
        create creates, crisis crises, criterion criteria, currency currencies, curriculum curricula, custom customs,
        customer customers, date dates, datum data, day days, default defaults, delivery deliveries, demo demos,
        description descriptions, dev devs, diagnosis diagnoses, die dice, dingo dingoes, dish dishes, doc docs,
        document documents, dogma dogmata, domain domains, draft drafts, eave eaves, echo echoes, elf elves, email emails,
        end ends, environment environments, error errors, event events, exam exams, execution executions, export exports,
        external externals, fact facts, fee fees, feedback feedbacks, field fields, file files, focus foci, follow follows,
        foot feet, form forms, from froms, fungus fungi, gas gases, genus genera, goal goals, goose geese, groove grooves,
        grotto grottos, group groups, half halves, has have, hash hashes, hasta hastas, hero heroes, history histories,
        home homes, hoof hooves, human humans, i we, image images, imp imps, import imports, incident incidents, index indices,
        intervention interventions, invite invites, invoice invoices, iris irises, is are, item items, job jobs,
        journey journeys, key keys, knife knives, label labels, language languages, last lasts, leaf leaves, lemma lemmata,
        level levels, life lives, limit limits, lin lins, line lines, link links, list lists, loaf loaves, locus loci,
        log logs, looey looies, lote lotes, louse lice, man men, matrix matrices, max maxes, me us, memorandum memorandums,
        menu menus, merge merges, message messages, method methods, millennium millennia, mode modes, model models,
        moderation moderations, module modules, money monies, monkey monkeys, mouse mice, movie movies, myself ourselves,
        name names, not nots, nota notas, note notes, notification notifications, nucleus nuclei, number numbers,
        object objects, octopus octopuses, one ones, order orders, organisation organisations, organization organizations,
        other others, ox oxen, page pages, par pars, parent parents, participant participants, partner partners,
        passerby passersby, password passwords, pastoral pastorals, payment payments, payroll payrolls, per pers,
        period periods, person people, phenomenon phenomena, phone phones, photo photos, piano pianos, pickaxe pickaxes,
        pie pies, plan plans, plateau plateaus, policy policies, portal portals, potato potatoes, preview previews,
        process processes, profile profiles, program programs, progress progresses, proof proofs, provider providers,
        quiz quizzes, quorum quora, radius radii, rate rates, read reads, reason reasons, record records, redirect redirects,
        reference references, referral referrals, reg regs, report reports, request requests, resend resends,
        resource resources, response responses, review reviews, risk risks, role roles, room rooms, rule rules, run runs,
        sale sales, salesman salesmen, schedule schedules, schema schemata, school schools, scope scopes, score scores,
        secret secrets, self selves, sen sens, send sends, sent sents, seraph seraphim, server servers, service services,
        session sessions, she they, shelf shelves, show shows, silex silices, smiley smilies, snapshot snapshots,
        soliloquy soliloquies, source sources, start starts, state states, status statuses, stigma stigmata, stimulus stimuli,
        stock stocks, stoma stomata, stratum strata, stripe stripes, student students, sub subs, subject subjects,
        submission submissions, subscription subscriptions, summary summaries, support supports, survey surveys,
        syllabus syllabi, sync syncs, synopsis synopses, target targets, teacher teachers, team teams, template templates,
        tenant tenants, terminus termini, test tests, testis testes, text texts, that those, theme themes, themself themselves,
        thesis theses, thief thieves, this these, tie ties, tier tiers, time times, titmouse titmice, token tokens,
        tomato tomatoes, tooth teeth, tornado tornadoes, torpedo torpedoes, tosa tosas, total totals, toy toys, type types,
        uni unis, unit units, update updates, user users, valley valleys, valor valors, value values, valve valves,
        version versions, vertebra vertebrae, vertex vertices, view views, virus viri, viscus viscera, volcano volcanoes,
        was were, way ways, web webs, website websites, wife wives, window windows, wizard wizards, wolf wolves, woman women,
        workflow workflows, write writes, year years, yes yeses, yourself yourselves, zombie zombies
        """;

    private static IEnumerable<TestCaseData> Words => Pairs.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' '))
        .Select(pair => new TestCaseData(pair[0], pair[1]));

    [TestCaseSource(nameof(Words))]
    public void Forms_and_tells_both_numbers(string singular, string plural)
    {
        var english = Inflection.Default;

        english.Plural(singular).Should().Be(plural);
        english.Singular(plural).Should().Be(singular);
        english.Plural(plural).Should().Be(plural);
        english.Singular(singular).Should().Be(singular);
        english.IsPlural(plural).Should().BeTrue();
        english.IsPlural(singular).Should().BeFalse();
        english.IsSingular(singular).Should().BeTrue();
        english.IsSingular(plural).Should().BeFalse();
    }

    [TestCase("news")]
    [TestCase("series")]
    [TestCase("analytics")]
    [TestCase("information")]
    [TestCase("equipment")]
    [TestCase("media")]
    [TestCase("staff")]
    [TestCase("sheep")]
    [TestCase("reindeer")]
    [TestCase("angelfish")]
    [TestCase("chickenpox")]
    [TestCase("japanese")]
    [TestCase("pok\u00e9mon")]
    public void Takes_some_words_for_both(string word)
    {
        Inflection.Default.Plural(word).Should().Be(word);
        Inflection.Default.Singular(word).Should().Be(word);
        Inflection.Default.IsPlural(word).Should().BeTrue();
        Inflection.Default.IsSingular(word).Should().BeTrue();
    }

    [TestCase("UserRoles", "UserRole")]
    [TestCase("USERS", "USER")]
    [TestCase("UserCategories", "UserCategory")]
    [TestCase("SalesPeople", "SalesPerson")]
    [TestCase("Mice", "Mouse")]
    [TestCase("Geese", "Goose")]
    [TestCase("We", "I")]
    public void Keeps_the_case_of_letters(string plural, string singular) => Inflection.Default.Singular(plural).Should().Be(singular);

    [Test]
    public void Counts_a_name_as_one_word()
    {
        Inflection.Default.Plural("user_quiz").Should().Be("user_quizs");
        Inflection.Default.Plural("user_mouse").Should().Be("user_mouses");
    }

    [Test]
    public void Learns_irregular_words()
    {
        var english = Inflection.With(new Dictionary<string, string> { ["Zona"] = "Zonae", ["quiz"] = "quizes" });

        english.Plural("zona").Should().Be("zonae");
        english.IsPlural("Zonae").Should().BeTrue();
        english.Plural("quiz").Should().Be("quizes");
        Inflection.Default.Plural("quiz").Should().Be("quizzes");
    }

    [Test]
    public void Says_nothing_of_no_word() => Inflection.Default.Plural("").Should().BeEmpty();
}
