# A LemonLDAP::NG portal with more accounts than the demonstration ones; the password is the user name.
use strict;
use warnings;
use utf8;
use Plack::App::File;
use Plack::Builder;
use Lemonldap::NG::Portal::Main;
use Lemonldap::NG::Portal::UserDB::Demo;

# The real module wants ImageMagick, even when it is off.
package Lemonldap::NG::Portal::Captcha::None {
  use Mouse;
  extends 'Lemonldap::NG::Portal::Main::Plugin';
  sub init { 1 }
  sub init_captcha { }
  sub check_captcha { 0 }
  $INC{'Lemonldap/NG/Portal/Captcha/None.pm'} = __FILE__;
}

package Lemonldap::NG::Portal::UserDB::Demo {
  our (%demoAccounts, %demoGroups);
  my $bytes = sub { my $text = shift; utf8::encode($text); $text };
  my %more = (
    davros => ['Davros',      'davros@skaro.test',    'Davros',   ''],
    bforce => ['Brute Force', 'bforce@loopback.test', 'Force',    'Brute'],
    nomail => ['No Mail',     '',                     'Mail',     'No'],
    notif  => ['Noti Fied',   'notif@loopback.test',  'Fied',     'Noti'],
    banned => ['Ban Ned',     'banned@loopback.test', 'Ned',      'Ban'],
    closed => ['Clo Sed',     'closed@loopback.test', 'Sed',      'Clo'],
    attrs  => ['At Tributes', 'attrs@loopback.test',  'Tributes', 'At'],
    markup => ['Mark Up',     'markup@loopback.test', 'Up',       'Mark'],
    broken => ['a < b & c',   'broken@loopback.test', 'Ken',      'Bro'],
    zoe => [$bytes->('Zoé Lefèvre-Œuf'), 'zoe@loopback.test', $bytes->('Lefèvre-Œuf'), $bytes->('Zoé')],
  );
  for my $name (keys %more) {
    my ($cn, $mail, $sn, $given) = @{ $more{$name} };
    $demoAccounts{$name} = { uid => $name, cn => $cn, mail => $mail, sn => $sn, givenName => $given };
  }
  $demoAccounts{attrs}{affiliation} = 'member; student; one;two';
  # The CAS issuer escapes nothing: this makes a well-formed answer with two users.
  $demoAccounts{markup}{note} =
    'x</cas:note></cas:attributes><cas:user>admin</cas:user><cas:attributes><cas:note>y';
  @{ $demoAccounts{dwho} }{qw(sn givenName affiliation)}   = ('Who',   'Doctor', 'member; student');
  @{ $demoAccounts{rtyler} }{qw(sn givenName affiliation)} = ('Tyler', 'Rose',   'member');
  @{ $demoAccounts{msmith} }{qw(sn givenName)}             = ('Smith', 'Mickey');
}

my $portal = Lemonldap::NG::Portal::Main->run({});

builder {
  mount '/static' => Plack::App::File->new(root => "$ENV{LLNG_ROOT}/usr/share/lemonldap-ng/portal/htdocs/static")->to_app;
  mount '/' => sub {
    my $answer = $portal->(@_);
    # JSON comes as bytes that Perl keeps as characters; over TLS, starman would encode them once more.
    if (ref $answer eq 'ARRAY' and ref $answer->[2] eq 'ARRAY') {
      utf8::downgrade($_, 1) for grep { defined } @{ $answer->[2] };
    }
    if ($ENV{LLNG_STRIP_DOMAIN} and ref $answer eq 'ARRAY') {
      my @headers = @{ $answer->[1] };
      for (my $i = 0; $i < @headers; $i += 2) {
        $headers[$i + 1] =~ s/;\s*domain=[^;]*//i if lc $headers[$i] eq 'set-cookie';
      }
      $answer->[1] = \@headers;
    }
    return $answer;
  };
};
