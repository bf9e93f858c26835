namespace FirebaseAuth.Tokens;

/// <summary>Whose users are let in where a project has tenants.</summary>
internal enum TenantRule
{
    /// <summary>Users of the project itself.</summary>
    None,

    /// <summary>Users of the tenants that are listed.</summary>
    Listed,

    /// <summary>Users of the project and of any tenant.</summary>
    Any,
}
